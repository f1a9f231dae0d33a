// Rules that look inside a source file, where a linter has no rule for them. Each returns what it found as "line: text".
import ts from 'typescript';

/** Places that read the computer's clock: only a room's clock.ts may, so that tests and skewed stations can set the time. */
export function clockReadings(file: string, source: string): string[] {
  return findings(file, source, (node) => {
    if (ts.isPropertyAccessExpression(node)) return ['Date.now', 'Temporal.Now'].includes(node.getText());
    if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && (node.arguments ?? []).length === 0;
    if (ts.isCallExpression(node)) {
      const called = node.expression.getText();
      // dayjs() without a value means now, too.
      return called === 'Date' || (called === 'dayjs' && node.arguments.length === 0);
    }
    return false;
  });
}

const CHINESE = /[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/;
const WORD = /\p{L}{2,}/u;
/** Elements whose text is the same in every language. */
const SAME_EVERYWHERE = new Set(['Kbd', 'kbd', 'Code', 'code']);

/** Text that a person reads and that is not in the word lists: any Chinese literal, and words between tags. */
export function literalWords(file: string, source: string): string[] {
  return findings(file, source, (node) => {
    if (ts.isJsxText(node)) return WORD.test(node.text) && !SAME_EVERYWHERE.has(tagAround(node));
    return (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) && CHINESE.test(node.text);
  });
}

function tagAround(node: ts.Node): string {
  return ts.isJsxElement(node.parent) ? node.parent.openingElement.tagName.getText() : '';
}

function findings(file: string, source: string, isFound: (node: ts.Node) => boolean): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isFound(node)) {
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push(`${file}:${line}: ${node.getText().trim().slice(0, 60)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}
