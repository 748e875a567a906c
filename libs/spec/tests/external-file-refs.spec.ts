import { resolve } from 'node:path';
import { externalFileRefs } from '../src';

const found = (text: string): string[] => externalFileRefs(text, resolve('/specs/api/entry.yaml')).map((path) => path.slice(resolve('/specs').length + 1).replaceAll('\\', '/'));

describe('files that a text refers to', () => {
  it.each([
    ['JSON', '{"$ref": "./pet.json#/Pet", "x": {"$ref":"../b.json"}}', ['api/pet.json', 'b.json']],
    ['references inside the document', '{"$ref": "#/a"} {"$ref":"#/b"} $ref: "#/c"', []],
    ['other protocols', '{"$ref": "https://x.org/a.json"} {"$ref": "//x.org/a.json"} {"$ref": "urn:x:y"}', []],
    ['escapes', '{"\\u0024ref": ".\\/sub\\/pet.json"}', ['api/sub/pet.json']],
    ['percent encoding', '$ref: my%20pet.yaml', ['api/my pet.yaml']],
    ['block style', 'a:\n  $ref: pet.yaml#/Pet # the pet\nb:\n  "$ref": \'cat.yaml\'\n', ['api/cat.yaml', 'api/pet.yaml']],
    ['a name with spaces', '$ref: ./my pet.yaml\n', ['api/my pet.yaml']],
    ['flow style', 'a: {$ref: pet.yaml}\nb: [{$ref: cat.yaml, x: 1}]', ['api/cat.yaml', 'api/cat.yaml, x: 1}]', 'api/pet.yaml', 'api/pet.yaml}']],
    ['a value on the next line', 'a:\n  $ref:\n    pet.yaml\nb:\n  $ref: >-\n    cat.yaml\n', ['api/cat.yaml', 'api/pet.yaml']],
    ['tags, anchors and aliases', 'a:\n  $ref: &p !!str pet.yaml\nb:\n  $ref: *p\n', ['api/!!str pet.yaml', 'api/pet.yaml']],
    ['an alias of something else', 'x-file: &p pet.yaml\nb:\n  $ref: *p\n', ['api/pet.yaml']],
    ['an explicit key', '? $ref\n: pet.yaml\n', ['api/pet.yaml']],
    ['a mapping in JSON', '{"discriminator":{"propertyName":"k","mapping":{"a":"./a.json","b":"b.yaml#/B","c":"C"}},"x":"y.json"}', ['api/a.json', 'api/b.yaml']],
    ['a mapping in YAML', 'discriminator:\n  propertyName: k\n  mapping:\n    a: ./a.json\n    b: "b#/B"\nother: c.json\n', ['api/a.json', 'api/b']],
  ])('%s', (_what, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});
