import { mendingRules, withMendingRules } from '../src/validate/fix-config';

describe('the rules that mend, put into a conductor.json', () => {
  it.each([
    ['{\n  "patterns": [{ "use": "p" }]\n}\n', '{\n  "patterns": [{ "use": "p" }],\n  "rules": { "fix": ["a", "b"] }\n}\n'],
    ['{"patterns":[{"use":"p"}],"rules":{}}', '{"patterns":[{"use":"p"}],"rules":{ "fix": ["a", "b"] }}'],
    ['{\r\n\t"rules": {\r\n\t\t"set": {}\r\n\t},\r\n\t"output": "o"\r\n}', '{\r\n\t"rules": {\r\n\t\t"set": {},\r\n\t\t"fix": ["a", "b"]\r\n\t},\r\n\t"output": "o"\r\n}'],
    ['{ "rules": { "fix": [ "a" ], "use": [] } }', '{ "rules": { "fix": ["a", "b"], "use": [] } }'],
    ['{}', '{ "rules": { "fix": ["a", "b"] } }'],
    ['\ufeff{ "output": "o" }', '\ufeff{ "output": "o", "rules": { "fix": ["a", "b"] } }'],
  ])('%j keeps its layout', (text, expected) => {
    const changed = withMendingRules(text, ['a', 'b']);
    expect(changed).toBe(expected);
    expect(mendingRules(changed)).toEqual(['a', 'b']);
  });
});
