// Runs every program of a JSON array in sloppy mode and prints the outcomes as a JSON array.
'use strict';
const fs = require('fs');
globalThis.getN = () => 0;
globalThis.getS = () => 'q';
globalThis.getItems = () => [3, 1, 2];
const quote = text => '"' + [...Array(text.length).keys()].map(i => {
  const c = text[i];
  return c >= ' ' && c <= '~' && c !== '"' && c !== '\\' ? c : '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0');
}).join('') + '"';
function canonical(value) {
  switch (typeof value) {
    case 'undefined': return 'undefined';
    case 'boolean': return String(value);
    case 'number': return Object.is(value, -0) ? '-0' : String(value);
    case 'string': return quote(value);
    case 'function': return 'function';
  }
  if (value === null) return 'null';
  if (Array.isArray(value)) return '[' + Array.from(value, canonical).join(',') + ']';
  if (value instanceof Map || value instanceof Set || value instanceof RegExp || value instanceof Error) return '{}';
  return '{' + Object.keys(value).map(key => quote(key) + ':' + canonical(value[key])).join(',') + '}';
}
const evaluate = new Function('source', 'return eval(source)');
function run(source) {
  try {
    let value;
    try {
      value = evaluate(source);
    } catch (error) {
      if (!(error instanceof SyntaxError) || !/return/.test(error.message)) throw error;
      value = new Function(source)();
    }
    return canonical(value);
  } catch (error) {
    const name = error instanceof Error ? error.name : 'Error';
    return '! ' + name + ' ' + (error instanceof Error ? error.message : '');
  }
}
const programs = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
// Assignments to names that were never declared leave globals behind.
const clean = () => Object.keys(globalThis).filter(key => /^v\d+$/.test(key)).forEach(key => delete globalThis[key]);
fs.writeFileSync(process.argv[3], JSON.stringify(programs.map(source => { const outcome = run(source); clean(); return outcome; })));
