'use strict';

const { placeOf, resolve } = require('./documents.js');

/**
 * Circles of schemas that refer to each other without an object or array between: TypeScript cannot resolve such
 * aliases (TS2456). Inside a circle the references in intersections are broken, because in a choice a name reads best
 * (`Pet = Cat | Dog`, `Cat = { …Pet's own… } & { … }`); what is circular still, everywhere.
 * @returns for a schema in a circle { within, breaks }, two tests of a reference; undefined for any other
 */
module.exports = function circleOf(document, place, eagerReferences) {
  const edges = new Map();
  const pending = [place];
  for (let from = pending.pop(); from !== undefined; from = pending.pop()) {
    if (edges.has(from)) continue;
    const out = eagerReferences(resolve(document, from)).map((edge) => ({ ...edge, to: placeOf(document, edge.ref) }));
    edges.set(from, out);
    pending.push(...out.map(({ to }) => to));
  }
  if (edges.size === 1 && edges.get(place).every(({ to }) => to !== place)) return undefined;
  const circle = circularComponents(edges).find((component) => component.includes(place));
  if (circle === undefined) return undefined;
  const inside = new Set(circle);
  const choices = new Map(circle.map((member) => [member, edges.get(member).filter((edge) => inside.has(edge.to) && edge.position === 'union')]));
  const still = new Set(circularComponents(choices).flat());
  const broken = new Set();
  for (const { to, position } of edges.get(place)) {
    if (inside.has(to) && (position === 'intersection' || (still.has(place) && still.has(to)))) broken.add(to);
  }
  return { within: (ref) => inside.has(placeOf(document, ref)), breaks: (ref) => broken.has(placeOf(document, ref)) };
};

/** The strongly connected components with more than one node, or one that leads to itself (Tarjan, 1972; no recursion). */
function circularComponents(edges) {
  const index = new Map();
  const low = new Map();
  const open = [];
  const isOpen = new Set();
  const found = [];
  for (const root of edges.keys()) {
    if (index.has(root)) continue;
    const work = [{ node: root, next: 0 }];
    while (work.length > 0) {
      const frame = work[work.length - 1];
      const { node } = frame;
      if (!index.has(node)) {
        index.set(node, index.size);
        low.set(node, index.get(node));
        open.push(node);
        isOpen.add(node);
      }
      const out = edges.get(node) ?? [];
      if (frame.next < out.length) {
        const { to } = out[frame.next++];
        if (!edges.has(to)) continue;
        if (!index.has(to)) work.push({ node: to, next: 0 });
        else if (isOpen.has(to)) low.set(node, Math.min(low.get(node), index.get(to)));
        continue;
      }
      work.pop();
      const parent = work[work.length - 1]?.node;
      if (parent !== undefined) low.set(parent, Math.min(low.get(parent), low.get(node)));
      if (low.get(node) !== index.get(node)) continue;
      const component = open.splice(open.indexOf(node));
      component.forEach((member) => isOpen.delete(member));
      if (component.length > 1 || out.some((edge) => edge.to === node)) found.push(component);
    }
  }
  return found;
}
