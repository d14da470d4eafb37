// Where the running stack is. `./tallygate verify` sets these; without them the tests meet the stack on its usual ports.
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

export const surroundings = {
  base: process.env.TALLYGATE_BASE ?? 'http://127.0.0.1:8080',
  oidc: process.env.TALLYGATE_ISSUER ?? 'http://127.0.0.1:8180/realms/tallygate',
  bridge: process.env.TALLYGATE_GATE ?? 'http://127.0.0.1:8087',
  simulator: process.env.TALLYGATE_SIM ?? 'http://127.0.0.1:8088',
  gateGuide: path.join(root, 'docs/gate.md'),
  launcher: process.env.TALLYGATE_CLI ?? path.join(root, 'tallygate'),
  chromium: process.env.TALLYGATE_CHROMIUM ?? '/usr/bin/chromium',
  shots: path.join(root, 'e2e/test-results'),
}

export const password = 'Tallygate-demo-1'
