import { beforeEach, describe, expect, it } from 'vitest';
import { createLedger, type Ledger } from '../../../../renderer/sync/mesh/ledger.ts';

let ledger: Ledger;
beforeEach(() => {
  ledger = createLedger();
  ledger.reopen();
});

describe('frames that go out', () => {
  it('confirm nothing before all that the other lacked is among them', () => {
    const early = ledger.stamp(3);
    ledger.acknowledge(early);
    expect(ledger.confirmed).toBe(0);
    ledger.stamp(4, true);
    const later = ledger.stamp(5);
    ledger.acknowledge({ ...later, seq: later.seq - 1 });
    expect(ledger.confirmed).toBe(4);
    ledger.acknowledge(later);
    expect(ledger.confirmed).toBe(5);
  });

  it('confirm from the moment on at which both documents were equal', () => {
    ledger.settle(7);
    expect(ledger.confirmed).toBe(7);
    ledger.acknowledge(ledger.stamp(8));
    expect(ledger.confirmed).toBe(8);
  });

  it('of before a new opening confirm nothing after it', () => {
    ledger.settle(1);
    const lost = ledger.stamp(2);
    ledger.reopen();
    ledger.acknowledge(lost);
    expect(ledger.confirmed).toBe(1);
  });

  it('confirm nothing after something was left out, until all is sent', () => {
    ledger.settle(1);
    ledger.skip();
    ledger.acknowledge(ledger.stamp(3));
    expect(ledger.confirmed).toBe(1);
    ledger.acknowledge(ledger.stamp(3, true));
    expect(ledger.confirmed).toBe(3);
  });

  it('that carry only presence count, but confirm nothing', () => {
    ledger.settle(0);
    ledger.acknowledge(ledger.stamp(null));
    expect(ledger.confirmed).toBe(0);
  });
});

describe('frames that come in', () => {
  const took = (...seqs: number[]) => {
    for (const seq of seqs) ledger.took({ epoch: 1, seq }, false);
    return ledger.ack.seq;
  };

  it('are acknowledged as far as none is missing', () => {
    expect(took(1, 2)).toBe(2);
    expect(took(4, 5)).toBe(2);
    expect(took(3)).toBe(5);
    expect(took(3, 1)).toBe(5);
  });

  it('with everything in them make up for what is missing before', () => {
    took(1, 4);
    ledger.took({ epoch: 1, seq: 3 }, true);
    expect(ledger.ack.seq).toBe(4);
  });

  it('begin anew when the other end opened anew, and late ones of before do not count', () => {
    took(1, 2, 3);
    ledger.took({ epoch: 2, seq: 1 }, false);
    took(4);
    expect(ledger.ack).toEqual({ epoch: 2, seq: 1 });
  });
});
