import type { Canvas } from "./canvas.js";

/** A part of a page that is never divided. */
export interface Block {
  height: number;
  draw: (canvas: Canvas, y: number) => void;
  /** Drawn again on top of a page that begins with this block: the head of the table it belongs to. */
  head?: Block;
  /** Stays on the page of the block after it. */
  withNext?: boolean;
}

export interface PageFrame {
  /** Where the blocks of the first page begin. */
  firstTop: number;
  /** Where the blocks of the following pages begin. */
  nextTop: number;
  bottom: number;
}

/** Deals blocks out to pages; there is always at least one page. */
export function paginate(blocks: readonly Block[], frame: PageFrame): Block[][] {
  const pages: Block[][] = [[]];
  let y = frame.firstTop;
  for (const group of groupsOf(blocks)) {
    const height = heightOf(group);
    if (y + height > frame.bottom && pages.at(-1)?.length !== 0) {
      pages.push([]);
      y = frame.nextTop;
      const head = group[0]?.head;
      if (head) {
        pages.at(-1)?.push(head);
        y += head.height;
      }
    }
    pages.at(-1)?.push(...group);
    y += height;
  }
  return pages;
}

export function drawBlocks(canvas: Canvas, blocks: readonly Block[], top: number): void {
  let y = top;
  for (const block of blocks) {
    block.draw(canvas, y);
    y += block.height;
  }
}

function heightOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { height }) => sum + height, 0);
}

/** An empty space between blocks. */
export function gap(height: number): Block {
  return { height, draw: () => {} };
}

/** Blocks that must share a page. */
function groupsOf(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  let open: Block[] = [];
  for (const block of blocks) {
    open.push(block);
    if (block.withNext) continue;
    groups.push(open);
    open = [];
  }
  if (open.length > 0) groups.push(open);
  return groups;
}
