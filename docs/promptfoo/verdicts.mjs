// Asks promptfoo for its verdict on assertions, hand-picked and generated from a seed, and prints
// one JSON line for each: the test resource that our assertions are compared with.
//
//   npm install promptfoo@0.123 && node verdicts.mjs > promptfoo-verdicts.jsonl
//
// "refused" stands where promptfoo throws, or calls the regular expression invalid.
import promptfoo from 'promptfoo';

const seeded = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const random = seeded(20260301);
const below = (n) => Math.floor(random() * n);
const pick = (list) => list[below(list.length)];
const some = (list, n) => Array.from({ length: n }, () => pick(list));

const WORDS = ['The', 'the', 'model', 'Model', 'runs', '3.7', '3.7x', '12.5%', '1,000', 'faster,', 'faster.', "isn't",
  "doesn't", 'cannot', "model's", '"fast"', '(see', 'Sec.', '2.1)', 'GPT-4o', 'U.S.', 'e.g.', '—', '...', 'a--b', 'R&D', '#1',
  '모델은', '빠르다', '학습', '속도를', '学習', '速度', '模型', 'İstanbul', 'ΑΣ', 'straße', '$x_i$', "'tis", 'gonna', '``so', "so''", '?!', '😀'];
const sentence = (n = 1 + below(12)) => some(WORDS, n).join(pick([' ', ' ', ' ', '  ', '\n', '\u00a0']));
const mutated = (text) => {
  const words = text.split(' ');
  for (let i = below(4); i >= 0; i--) {
    const at = below(words.length);
    pick([() => words.splice(at, 1), () => words.splice(at, 0, pick(WORDS)), () => { words[at] = pick(WORDS); }, () => {}])();
  }
  return words.join(' ');
};

const SCHEMAS = [
  { type: 'object', required: ['text'], properties: { text: { type: 'string', minLength: 1 } } },
  { type: 'object', additionalProperties: false, properties: { text: { type: 'string' }, n: { type: 'integer', minimum: 1, maximum: 9 } } },
  { type: 'object', properties: { items: { type: 'array', minItems: 1, maxItems: 2, uniqueItems: true, items: { type: 'string', maxLength: 5 } } }, required: ['items'] },
  { type: 'object', properties: { text: { enum: ['a', 'b'] }, n: { const: 1 } } },
  { type: 'object', properties: { text: { pattern: '^\\p{L}+$' } } },
  { anyOf: [{ type: 'array' }, { type: 'object', required: ['n'] }] },
  { oneOf: [{ type: 'object', required: ['n'] }, { type: 'object', required: ['text'] }] },
  { not: { type: 'object', required: ['n'] } },
  { type: 'object', properties: { when: { type: 'string', format: 'date' }, url: { type: 'string', format: 'uri' } } },
  { type: 'object', patternProperties: { '^x-': { type: 'number', multipleOf: 0.5 } }, minProperties: 1 },
  { definitions: { t: { type: 'string' } }, type: 'object', properties: { text: { $ref: '#/definitions/t' } } },
  { if: { required: ['n'] }, then: { required: ['text'] } },
  'type: object\nrequired: [text]',
];
const VALUES = ['{"text":"a"}', '{"text":""}', '{"text":"한국어","n":3}', '{"n":1}', '{"n":1.0,"text":"b"}', '{"n":10}', '{"items":["a","b"]}', '{"items":["a","a"]}',
  '{"items":["abcdef"]}', '{"items":[]}', '[1,2]', '"text"', '12', 'null', 'true', '{"when":"2026-02-30","mail":"a@b.c"}', '{"when":"2026-02-28","url":"https://example.org/a?b=c"}',
  '{"url":"no url"}', '{"x-a":1.5}', '{"x-a":1.3}', '{}', '{"a":{"b":[{"c":null}]}}', '{"text":"a"', "{text: 'a'}", '{"text":"}"}', '{"text":"a",}', '01', 'NaN', ' {"text" : "a"} ', '{"a":1}{"b":2}',
  '{"text": "a" // note\n}', '{"url": "http://e.org/x"}', "{a: it's // 'n'\n}", "{'a // b': 1}", '{a: http://e.org//x // no\n}', '{"a\\"// b": 1, /// c\n}', '{x}', '{}}', '{"n":1e2}', '', '{"text":"a\tb"}'];
const around = (json) => pick(['', 'Here: ', '```json\n', 'so $x_{i}$ and ', '{ ']) + json + pick(['', ' done.', '\n```', ' }']);
const PATTERNS = ['\\d+', '^The', 'faster\\.$', '[\\uAC00-\\uD7A3]', '\\bmodel\\b', 'model(?! runs)', '(?<=3)\\.7', '^$', '^[^]*$', '[]', 'a|b', '(\\w)\\1',
  '(?<first>m)\\w+\\k<first>?', '[\\s\\S]{40,}', '^.*$', '\\S\\s\\S', '[a-c[]', '[&&]', 'x{', 'x{2', '\\p{L}', '\\$x', '[^\\x00-\\x7F]', '\\u00a0', '.{3}?', '(?:the|The) model',
  '\\/', '[\\w-]+%', '%|＋', '\\cJ', '\\cj', '\\c', '[\\b]', '\\v', 'e$', '\\.7x?\\b', '(?i)the', 'a++', '(', '[b-a]', '*a', '\\Qa\\E', '(?<a_b>T)', '\\-', '\\_', ']', '}', '[\\d\\-x]', '(a)?b', '\\u{61}'];

const cases = [];
const add = (type, value, output, threshold) => cases.push({ type, ...(value === undefined ? {} : { value }), ...(threshold === undefined ? {} : { threshold }), output });
const either = (type) => (random() < 0.35 ? 'not-' + type : type);
const part = (text) => { const from = below(text.length); return text.slice(from, from + 1 + below(6)); };

const OUTPUTS = Array.from({ length: 60 }, () => sentence());
for (let i = 0; i < 40; i++) {
  const output = pick(OUTPUTS);
  add(either('equals'), pick([output, output + ' ', sentence(), 12, 3.5, true, [1, 2], { text: 'a' }, { n: 1, text: 'b' }, null]), pick([output, output, pick(VALUES)]));
  for (const type of ['contains', 'icontains']) add(either(type), pick([part(output), part(output).toUpperCase(), pick(WORDS), 3.7, 12]), output);
  for (const type of ['contains-all', 'contains-any', 'icontains-all', 'icontains-any'])
    add(either(type), pick([some(WORDS, 2), [part(output), pick(WORDS)], [part(output), part(output)], [3.7, 'model'], 'model, runs', ' 3.7 ,"faster," , the', '"a ""b"" c", "d\\"e"', 'the,,model,', [output.slice(0, 3).toLowerCase()]]), output);
  add(either('starts-with'), pick([output.slice(0, 1 + below(5)), pick(WORDS), ' ']), output);
  add(either('word-count'), pick([below(12), 1 + below(12), { min: 3 }, { max: 6 }, { min: 2, max: 8 }, String(below(9)), 2.5]), output);
  const near = mutated(output);
  add(either('levenshtein'), near, output, pick([undefined, 0, 3, 10, 25, 2.5]));
  add(either('rouge-n'), near, output, pick([undefined, 0, 0.3, 0.5, 0.9, 1]));
  add(either('rouge-n'), sentence(), sentence(), 0.2);
  add(either('bleu'), pick([near, [near, sentence()], [sentence(), near, output]]), output, pick([undefined, 0, 0.3, 0.7, 1]));
}
for (const pattern of PATTERNS) for (let i = 0; i < 6; i++) add(either('regex'), pattern, pick([...OUTPUTS, 'line\n', 'a\r\nb', 'aa bb', '', '[&]', 'p{L}', 'x{2', 'memo', 'uuuuu\n\u000b\u0085']));
for (const json of VALUES) {
  add(either('is-json'), undefined, json);
  add(either('contains-json'), undefined, around(json));
  for (const schema of SCHEMAS) {
    if (random() < 0.6) add(either('is-json'), schema, json);
    if (random() < 0.4) add(either('contains-json'), schema, around(json));
  }
}
const FORMATS = {
  date: ['2026-02-28', '2026-02-29', '2024-02-29', '2026-13-01', '2026-2-8', '20260228', '2026-02-28T00:00:00Z'],
  time: ['12:00:00Z', '12:00:00', '25:00:00Z', '12:00:00.5+09:00', '12:00'],
  'date-time': ['2026-02-28T12:00:00Z', '2026-02-28t12:00:00.123+09:00', '2026-02-28 12:00:00Z', '2026-02-28T12:00:00', '2026-02-28'],
  hostname: ['example.org', 'a-b.c', '-a.b', 'a_b.c', 'localhost', 'a..b', ''],
  ipv4: ['127.0.0.1', '256.0.0.1', '1.2.3', '01.2.3.4'],
  ipv6: ['::1', '2001:db8::1', '1:2:3', 'fe80::1%eth0', '::ffff:1.2.3.4'],
  uri: ['https://example.org/a?b=c#d', 'example.org', '/a/b', 'urn:x:y', 'http://a b', 'https://example.org/한', 'mailto:a@b.co', 'https://'],
  'uri-reference': ['/a/b', '../a?b#c', 'a b', 'https://example.org', '\\\\a'],
  regex: ['^a+$', '(', '[a', '\\d{2}'],
  'json-pointer': ['/a/b~0c', '', 'a/b', '/a~2'],
};
for (const [format, texts] of Object.entries(FORMATS)) for (const text of texts) add(either('is-json'), { type: 'string', format }, JSON.stringify(text));
for (const [type, value] of [['contains', ''], ['contains', true], ['contains-all', ''], ['contains-any', '"open'], ['contains-any', '"a" b'], ['starts-with', ''], ['starts-with', 3], ['regex', ''], ['regex', 3],
  ['word-count', 'many'], ['word-count', {}], ['word-count', { min: 3, max: 2 }], ['word-count', [3]], ['levenshtein', 3], ['rouge-n', ['a']], ['bleu', 3], ['bleu', []], ['asert', 'a'], ['not-asert', 'a'],
  ['is-json', { type: 'strin' }], ['is-json', { typ: 'string' }], ['is-json', { type: 'string', format: 'no-such' }], ['is-json', { $ref: '#/definitions/none' }], ['is-json', { pattern: '(' }], ['is-json', 5],
  ['is-json', { $schema: 'https://json-schema.org/draft/2020-12/schema' }], ['is-json', { $schema: 'http://json-schema.org/draft-07/schema#' }], ['is-json', { $schema: 'http://json-schema.org/draft-07/schema' }]])
  add(type, value, '{"text":"a"}');
add('word-count', 0, ''); add('word-count', 0, ' \u0085 '); add('levenshtein', '', ''); add('bleu', '', 'a', 0); add('bleu', 'a', '', 0); add('rouge-n', '', '', 0);
add('rouge-n', 'He said ``no\'\' and "yes".', 'he said "no" and "yes".', 0); add('rouge-n', "(''a'') \"b\"", "''a'' b", 0);
add('equals', 0.1, '0.1'); add('equals', 1e21, '1e+21'); add('equals', 1e-7, '1e-7'); add('equals', -0.00001, '-0.00001'); add('contains', 123456789012, '123456789012');

for (const one of cases) {
  const { output, ...assertion } = one;
  let verdict;
  try {
    const result = await promptfoo.assertions.runAssertion({ assertion, test: { vars: {} }, providerResponse: { output } });
    verdict = /^Invalid regex/.test(result.reason) ? { refused: true } : { pass: result.pass, score: result.score };
  } catch {
    verdict = { refused: true };
  }
  process.stdout.write(JSON.stringify({ ...one, ...verdict }) + '\n');
}
