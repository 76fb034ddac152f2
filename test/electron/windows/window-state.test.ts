import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_SETTINGS } from '../../../electron/services/settings-file.ts';
import { placeWindow, rememberWindow, SMALLEST } from '../../../electron/windows/window-state.ts';

const desk = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } };
const wall = { id: 2, workArea: { x: 1920, y: -200, width: 2560, height: 1400 } };
const BOUNDS = { x: 2000, y: 0, width: 1200, height: 800, maximized: false };

describe('where the window opens', () => {
  test('the first time: in the middle of the first display', () => {
    expect(placeWindow(NO_SETTINGS, [desk, wall], desk)).toEqual({
      x: 240,
      y: 70,
      width: 1440,
      height: 900,
      maximized: false,
    });
  });

  test('later: where it was, on the display where it was', () => {
    const settings = rememberWindow(NO_SETTINGS, wall, BOUNDS);
    expect(placeWindow(settings, [desk, wall], desk)).toEqual(BOUNDS);
  });

  test('when that display is gone: as it was on this one', () => {
    const onDesk = { ...BOUNDS, x: 10, maximized: true };
    const settings = rememberWindow(rememberWindow(NO_SETTINGS, desk, onDesk), wall, BOUNDS);
    expect(placeWindow(settings, [desk], desk)).toEqual(onDesk);
  });

  test('is always whole on its display, whatever was remembered', () => {
    const number = fc.integer({ min: -100_000, max: 100_000 });
    const bounds = fc.record({
      x: number,
      y: number,
      width: number,
      height: number,
      maximized: fc.boolean(),
    });
    fc.assert(
      fc.property(bounds, (remembered) => {
        const placed = placeWindow(rememberWindow(NO_SETTINGS, desk, remembered), [desk], desk);
        expect(placed.x).toBeGreaterThanOrEqual(0);
        expect(placed.y).toBeGreaterThanOrEqual(0);
        expect(placed.x + placed.width).toBeLessThanOrEqual(1920);
        expect(placed.y + placed.height).toBeLessThanOrEqual(1040);
        expect(placed.width).toBeGreaterThanOrEqual(SMALLEST.width);
      }),
    );
  });
});
