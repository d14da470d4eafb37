import { randomBytes } from 'node:crypto'

/** A fresh GIAI-96 of the demo's company prefix 0614141: header 0x34, filter 0, partition 5 (GS1 TDS 2.0). */
export function freshEpc() {
  const asset = BigInt(`0x${randomBytes(7).toString('hex')}`) & ((1n << 58n) - 1n)
  const bits = (0x34n << 88n) | (0n << 85n) | (5n << 82n) | (614141n << 58n) | asset
  return bits.toString(16).toUpperCase().padStart(24, '0')
}

export const freshTid = () => `E280${randomBytes(10).toString('hex')}`.toUpperCase()

export const freshSerial = () => `SN-${randomBytes(5).toString('hex').toUpperCase()}`
