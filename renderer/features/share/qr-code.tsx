import { useMemo } from 'react';
import { encode } from 'uqr';
import styles from './qr-code.module.css';

/** With more modules than this a side, phones do not read it from a screen at this size. */
const MOST = 105;
/** Light modules around it that readers need (ISO/IEC 18004). */
const QUIET = 4;

/** `text` as a picture for a camera, always dark on light; nothing at all when it would be too fine to be read. */
export function QrCode(props: { readonly text: string; readonly label: string }) {
  const { text, label } = props;
  const code = useMemo(() => drawCode(text), [text]);
  if (!code) return null;
  return (
    <svg
      role="img"
      aria-label={label}
      className={styles.code}
      viewBox={`0 0 ${code.size} ${code.size}`}
      shapeRendering="crispEdges"
    >
      <rect width={code.size} height={code.size} className={styles.light} />
      <path d={code.path} className={styles.dark} />
    </svg>
  );
}

function drawCode(text: string): { readonly size: number; readonly path: string } | null {
  // The longest code there is holds 2,953 bytes; uqr throws beyond it.
  if (text.length > 2_900) return null;
  const { size, data } = encode(text, { ecc: 'L', border: QUIET });
  if (size > MOST) return null;
  const runs: string[] = [];
  data.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x += 1;
      runs.push(`M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`);
    }
  });
  return { size, path: runs.join('') };
}
