import { setTimeout as sleep } from 'node:timers/promises'

/** Asks again until `ask` answers something true, and returns that; tells what it waited for when it gives up. */
export async function until(what, ask, seconds = 30) {
  const end = Date.now() + seconds * 1000
  let last
  for (;;) {
    try {
      const answer = await ask()
      if (answer) return answer
      last = answer
    } catch (failure) {
      last = failure
    }
    if (Date.now() > end) {
      throw new Error(`Waited ${seconds} s for ${what}; last: ${last?.message ?? JSON.stringify(last)}`, { cause: last })
    }
    await sleep(50)
  }
}
