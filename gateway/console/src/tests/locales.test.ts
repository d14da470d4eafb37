import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { PERMIT_STATES } from '@/api/carriers';
import { LEVELS } from '@/api/common';
import { DEVICE_KINDS, DEVICE_STATES } from '@/api/devices';
import { INCIDENT_KINDS, INCIDENT_STATES } from '@/api/incidents';
import { ROLES } from '@/api/session';
import { resources } from '@/shared/i18n/resources';

type Tree = { [key: string]: string | Tree };

const flat = (tree: Tree, prefix = ''): Map<string, string> =>
  new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flat(value, `${prefix}${key}.`)],
    ),
  );

const en = flat(resources.en.translation);
const zh = flat(resources['zh-CN'].translation);
const placeholders = (text: string | undefined) => [...(text ?? '').matchAll(/{{\w+}}/g)].map(String).sort();

const SOURCE = 'src';
const sources = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/^(tests|testing)\/|\/generated\/|\.d\.ts$/.test(path))
  .map((path) => join(SOURCE, path));

/** Attributes whose text a person reads or hears. */
const SPOKEN =
  /^(title|label|placeholder|alt|aria-label|aria-description|subTitle|description|okText|cancelText|extra|note|content|message)$/;
const WORDS = /\p{L}{2,}/u;

/** Text in the code that should be in the locale files: JSX text, and literals in attributes that are read out. */
export function literalTexts(fileName: string, text: string): string[] {
  const found: string[] = [];
  const file = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && WORDS.test(node.text)) found.push(node.text.trim());
    if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteralLike(node.expression)) {
      const inText = !ts.isJsxAttribute(node.parent) || SPOKEN.test(node.parent.name.getText());
      if (inText && WORDS.test(node.expression.text)) found.push(node.expression.text);
    }
    if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
      if (SPOKEN.test(node.name.getText()) && WORDS.test(node.initializer.text)) found.push(node.initializer.text);
    }
    if (ts.isPropertyAssignment(node) && ts.isStringLiteralLike(node.initializer)) {
      if (SPOKEN.test(node.name.getText()) && WORDS.test(node.initializer.text)) found.push(node.initializer.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe('locale files', () => {
  it('should have the same keys in both languages, none of them empty', () => {
    expect([...zh.keys()].sort()).toEqual([...en.keys()].sort());
    for (const [key, text] of [...en, ...zh]) expect(text, key).not.toBe('');
  });

  it('should put the same values into both languages', () => {
    for (const [key, text] of en) expect(placeholders(zh.get(key)), key).toEqual(placeholders(text));
  });

  it('should name every code of the API that the console offers', () => {
    const families = {
      level: LEVELS,
      kind: DEVICE_KINDS,
      deviceState: DEVICE_STATES,
      permitState: PERMIT_STATES,
      incidentState: INCIDENT_STATES,
      incidentKind: INCIDENT_KINDS,
      role: ROLES,
    };
    for (const [family, codes] of Object.entries(families)) {
      for (const code of codes) expect(en.has(`codes.${family}.${code}`), `${family}.${code}`).toBe(true);
    }
  });

  it('should hold every key the code asks for', () => {
    for (const path of sources) {
      for (const [, key = ''] of readFileSync(path, 'utf8').matchAll(/\bt\(\s*'([\w.-]+)'/g)) {
        expect(en.has(key) || en.has(`${key}_other`), `${path}: ${key}`).toBe(true);
      }
    }
  });
});

describe('the code', () => {
  it('should hold no text of its own', () => {
    const found = sources.flatMap((path) =>
      literalTexts(path, readFileSync(path, 'utf8')).map((text) => `${path}: ${text}`),
    );
    // The pattern of a date is the same in both languages.
    expect(found.filter((text) => !text.endsWith('YYYY-MM-DD HH:mm'))).toEqual([]);
  });

  it.each(['<p>Hello</p>', '<p>{"Hello"}</p>', '<Input placeholder="Name" />', 'const column = { title: "Name" };'])(
    'should be caught with text in it: %s',
    (planted) => expect(literalTexts('planted.tsx', planted)).toHaveLength(1),
  );
});
