import { password, surroundings } from './surroundings.mjs'

const tokens = new Map()

async function token(user) {
  const kept = tokens.get(user)
  if (kept && kept.until > Date.now()) return kept.value
  return signIn(user)
}

/** Signs `user` in anew, as a program does, whatever token there is already. */
export async function signIn(user) {
  const answer = await fetch(`${surroundings.oidc}/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'password', client_id: 'tallygate-cli', username: user, password }),
  })
  const body = await answer.json()
  if (!answer.ok) throw new Error(`${user} cannot sign in: ${JSON.stringify(body)}`)
  tokens.set(user, { value: body.access_token, until: Date.now() + (body.expires_in - 30) * 1000 })
  return body.access_token
}

async function send(method, path, { user, body, headers = {} }) {
  const answer = await fetch(surroundings.base + path, {
    method,
    headers: {
      ...(user ? { Authorization: `Bearer ${await token(user)}` } : {}),
      ...(body === undefined || body instanceof FormData ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: body === undefined || body instanceof FormData ? body : JSON.stringify(body),
  })
  const text = await answer.text()
  const json = /json/.test(answer.headers.get('content-type') ?? '')
  return { status: answer.status, headers: answer.headers, body: json && text ? JSON.parse(text) : text }
}

/** The API as `user` sees it; `as(null)` is somebody who has not signed in. */
export function as(user) {
  return {
    get: (path, headers) => send('GET', path, { user, headers }),
    post: (path, body, headers) => send('POST', path, { user, body, headers }),
    put: (path, body, headers) => send('PUT', path, { user, body, headers }),
    patch: (path, body, headers) => send('PATCH', path, { user, body, headers }),
  }
}

/** Follows the live stream as `user`; `events` grows while it is open. */
export async function live(user) {
  const stop = new AbortController()
  const answer = await fetch(`${surroundings.base}/api/live`, {
    headers: { Authorization: `Bearer ${await token(user)}` },
    signal: stop.signal,
  })
  if (answer.status !== 200) throw new Error(`The live stream answered ${answer.status}`)
  const events = []
  const reading = (async () => {
    let text = ''
    for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
      text += chunk
      const frames = text.split('\n\n')
      text = frames.pop()
      for (const frame of frames) {
        const type = /^event: (.*)$/m.exec(frame)?.[1]
        const data = /^data: (.*)$/m.exec(frame)?.[1]
        if (type) events.push({ type, data: JSON.parse(data), at: Date.now() })
      }
    }
  })().catch((failure) => {
    if (failure.name !== 'AbortError') throw failure
  })
  return {
    events,
    async close() {
      stop.abort()
      await reading
    },
  }
}
