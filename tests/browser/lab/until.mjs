// Waiting in the lab: for a condition, with a deadline that names what did not come. Nothing here sleeps for a guess.

/**
 * Calls `condition` until it gives a truthy value, and gives that value. A condition that throws has not come true yet.
 * @template T
 * @param {string} what  what is awaited, for the error
 * @param {() => T | Promise<T>} condition
 * @param {{within?: number, every?: number}} [options]  milliseconds
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(what, condition, { within = 8000, every = 20 } = {}) {
  const deadline = Date.now() + within;
  let last;
  for (;;) {
    try {
      const value = await condition();
      if (value) return /** @type {NonNullable<T>} */ (value);
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline) throw new Error(`not within ${within} ms: ${what}`, { cause: last });
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}

/**
 * Gives what `promise` gives, or fails with a name after `within` milliseconds: a hanging server must not hang the run.
 * @template T
 * @param {string} what
 * @param {Promise<T>} promise
 * @param {number} within
 * @returns {Promise<T>}
 */
export function soon(what, promise, within = 5000) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not within ${within} ms: ${what}`)), within);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
