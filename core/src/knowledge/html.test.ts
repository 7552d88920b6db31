import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readHtml } from './html.js';

describe('readHtml', () => {
  it('reads headings, paragraphs, lists and tables in order', () => {
    const blocks = readHtml(`
      <h1>Shipping</h1><p>We ship <b>daily</b>.<br>Even on <i>Saturdays</i>.</p>
      <ul><li>Standard: 3&ndash;5 days</li><li>Express<ul><li>Norway</li></ul></li></ul>
      <table><tr><th>Country</th><th>Days</th></tr><tr><td>Norway</td><td>5</td></tr><tr><td>Japan</td><td>7</td></tr></table>
      <ol><li>Pack</li><li>Send</li></ol>`);
    expect(blocks).toEqual([
      { kind: 'heading', level: 1, text: 'Shipping' },
      { kind: 'paragraph', level: 0, text: 'We ship daily.\nEven on Saturdays.' },
      { kind: 'list', level: 0, text: '- Standard: 3–5 days\n- Express\n  - Norway' },
      { kind: 'table', level: 0, text: 'Norway: days 5.\nJapan: days 7.' },
      { kind: 'list', level: 0, text: '1. Pack\n2. Send' },
    ]);
  });

  it('drops what is not text for a reader', () => {
    const blocks = readHtml('<style>p{color:red}</style><script>if (a < b) alert("<p>no</p>")</script><!-- <p>hidden</p> --><p onclick="x > y">Yes</p><template><p>no</p></template>');
    expect(blocks).toEqual([{ kind: 'paragraph', level: 0, text: 'Yes' }]);
  });

  it('takes bold lines, summaries and terms for headings', () => {
    const blocks = readHtml('<p><strong>Can I return sale items?</strong></p><p>No.</p><details><summary>Who pays?</summary>You do.</details><dl><dt>Refund</dt><dd>5 days</dd></dl>');
    expect(blocks.map((b) => [b.kind, b.text])).toEqual([
      ['heading', 'Can I return sale items?'],
      ['paragraph', 'No.'],
      ['heading', 'Who pays?'],
      ['paragraph', 'You do.'],
      ['heading', 'Refund'],
      ['paragraph', '5 days'],
    ]);
  });

  it.each([
    ['5 < 6 and 7 > 2', '5 < 6 and 7 > 2'],
    ['Tom &amp; Jerry &#8364;5 &#x4e2d; &nope; &copy', 'Tom & Jerry €5 中 &nope; ©'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
    ['an <b>open tag', 'an open tag'],
    ['cut in a <a href="x', 'cut in a <a href="x'],
    ['&#0;&#xd800;&#1114112;x', 'x'],
    ['<p title="it\'s">a', 'a'],
  ])('bears %s', (html, text) => {
    expect(readHtml(html).map((b) => b.text)).toEqual([text]);
  });

  it('never throws and leaves no script behind, whatever the markup', () => {
    const piece = fc.oneof(fc.constantFrom('<', '>', '</', '<!--', '-->', '<script>', '</script>', '<table>', '<tr>', '<td>', '</td>', '<ul>', '<li>', '</ul>', '"', "'", '=', '&', '<h1>', '</h1>', '<p ', 'text'), fc.string({ maxLength: 5 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (parts) => {
        for (const block of readHtml(parts.join(''))) expect(block.text.trim()).not.toBe('');
        expect(readHtml(`<p>a</p><script>${parts.join('').replaceAll('</', '')}</script><p>b</p>`).map((b) => b.text)).toEqual(['a', 'b']);
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});
