// Where the main window opens. Pure: displays and what was remembered come in, bounds go out.

import type { Display, Rectangle } from 'electron';
import type { Settings, WindowBounds } from '../services/settings-file.ts';

type Screen = Pick<Display, 'id' | 'workArea'>;

export const SMALLEST = { width: 800, height: 560 };
const USUAL = { width: 1440, height: 900 };

/** The bounds remembered for the display last used, if it is still there; else the usual size on the first one. */
export function placeWindow(settings: Settings, displays: readonly Screen[], primary: Screen): WindowBounds {
  const display = displays.find((each) => String(each.id) === settings.lastDisplay) ?? primary;
  const remembered = settings.windows[String(display.id)];
  return remembered ? fitInto(remembered, display.workArea) : centreIn(display.workArea);
}

/** What to remember when the window is now on this display. */
export function rememberWindow(
  settings: Settings,
  display: Pick<Screen, 'id'>,
  bounds: WindowBounds,
): Settings {
  const id = String(display.id);
  return { ...settings, windows: { ...settings.windows, [id]: bounds }, lastDisplay: id };
}

function fitInto(bounds: WindowBounds, area: Rectangle): WindowBounds {
  const width = Math.round(Math.min(Math.max(bounds.width, SMALLEST.width), area.width));
  const height = Math.round(Math.min(Math.max(bounds.height, SMALLEST.height), area.height));
  return {
    width,
    height,
    x: Math.round(Math.min(Math.max(bounds.x, area.x), area.x + area.width - width)),
    y: Math.round(Math.min(Math.max(bounds.y, area.y), area.y + area.height - height)),
    maximized: bounds.maximized,
  };
}

function centreIn(area: Rectangle): WindowBounds {
  const width = Math.min(USUAL.width, area.width);
  const height = Math.min(USUAL.height, area.height);
  return {
    width,
    height,
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    maximized: false,
  };
}
