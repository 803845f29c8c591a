// How fast one resolver is asked: at most so many questions at the same time, and so many a second (a token bucket). No
// network; the clock and the timer are passed in.
//
// Law: a task waits, and is never dropped or run twice. On a hidden tab timers are late: then questions are only slower.
import { createGate } from "../lookup/gate";

export interface Clock {
  now(): number; // milliseconds
  later(work: () => void, milliseconds: number): () => void; // returns a function that cancels it
}

export interface PaceLimits {
  inFlight: number;
  perSecond: number;
}

export interface Pace {
  run<T>(task: () => Promise<T>): Promise<T>;
  /** Nothing begins before the time is over. */
  rest(milliseconds: number): void;
  resting(): boolean;
  /** Half as many questions a second, as a resolver wants fewer. */
  slow(): void;
  /** Nothing begins until it goes on. What is on its way still arrives. */
  pause(paused: boolean): void;
}

const leastPerSecond = 1;

export function createPace({ inFlight, perSecond }: PaceLimits, clock: Clock): Pace {
  const gate = createGate(() => inFlight);
  const waiting: (() => void)[] = [];
  let rate = perSecond;
  const most = (): number => Math.max(1, rate / 10); // saved in idle time: else twice as many could begin in a second
  let tokens = most();
  let counted = clock.now();
  let restUntil = 0;
  let paused = false;
  let forget = (): void => undefined;

  const refill = (): void => {
    const now = clock.now();
    tokens = Math.min(most(), tokens + (Math.max(0, now - counted) * rate) / 1000); // a clock may be set back
    counted = now;
  };

  const pump = (): void => {
    forget();
    refill();
    const rest = restUntil - clock.now();
    while (waiting.length > 0 && !paused && rest <= 0 && tokens >= 1) {
      tokens -= 1;
      waiting.shift()?.();
    }
    if (waiting.length === 0 || paused) return;
    forget = clock.later(pump, Math.max(rest, Math.ceil(((1 - tokens) * 1000) / rate), 1));
  };

  const turn = (): Promise<void> =>
    new Promise((go) => {
      waiting.push(go);
      pump();
    });

  return {
    run: (task) => gate(() => turn().then(task)),
    rest: (milliseconds) => {
      restUntil = Math.max(restUntil, clock.now() + milliseconds);
      pump();
    },
    resting: () => restUntil > clock.now(),
    slow: () => {
      rate = Math.max(leastPerSecond, rate / 2);
      tokens = Math.min(tokens, most());
    },
    pause: (value) => {
      paused = value;
      pump();
    },
  };
}
