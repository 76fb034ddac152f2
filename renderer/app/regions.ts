// F6 walks the regions of the screen in reading order: top bar, left, centre, right. A region is a landmark; those
// inside another (the views inside the top bar) belong to it.

const LANDMARKS =
  'header, nav, main, aside, [role="banner"], [role="navigation"], [role="main"], [role="complementary"]';
const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), textarea, select, [contenteditable="true"], [tabindex]:not([tabindex="-1"])';

/** Moves the focus to the next (or with -1 the previous) region that can be seen. */
export function focusRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>(LANDMARKS)].filter(
    (region) => region.checkVisibility() && !region.parentElement?.closest(LANDMARKS),
  );
  if (regions.length === 0) return;
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const from = at < 0 && step < 0 ? 0 : at;
  const next = regions[(from + step + regions.length) % regions.length];
  if (!next) return;
  const target = [...next.querySelectorAll<HTMLElement>(FOCUSABLE)].find((element) =>
    element.checkVisibility(),
  );
  if (target) {
    target.focus();
    return;
  }
  next.tabIndex = -1;
  next.focus();
}
