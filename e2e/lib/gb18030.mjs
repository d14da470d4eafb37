/** `text` in GB18030, as spreadsheets on Chinese Windows save it; the two-byte part of it, which holds every common character. */
export function gb18030(text) {
  const bytes = []
  for (const character of text) {
    const code = character.codePointAt(0)
    if (code < 0x80) bytes.push(code)
    else {
      const pair = pairs().get(character)
      if (!pair) throw new Error(`${character} has no two-byte form in GB18030`)
      bytes.push(...pair)
    }
  }
  return Buffer.from(bytes)
}

let table

// Node decodes GB18030 and cannot encode it, so the table is read off the decoder.
function pairs() {
  if (table) return table
  table = new Map()
  const decoder = new TextDecoder('gb18030')
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      const character = decoder.decode(Uint8Array.of(first, second))
      if ([...character].length === 1) table.set(character, [first, second])
    }
  }
  return table
}
