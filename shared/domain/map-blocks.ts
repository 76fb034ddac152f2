import type { RichBlock, RichDoc } from './rich-text.ts';

/** The same text with every block that is no list and no quotation replaced by what `map` makes of it, at any depth. */
export function mapBlocks(text: RichDoc, map: (block: RichBlock) => RichBlock): RichDoc {
  const within = (block: RichBlock): RichBlock => {
    switch (block.type) {
      case 'bulletList':
      case 'orderedList':
        return {
          ...block,
          content: block.content.map((item) => ({ ...item, content: item.content.map(within) })),
        };
      case 'blockquote':
        return { ...block, content: block.content.map(within) };
      default:
        return map(block);
    }
  };
  return { ...text, content: text.content.map(within) };
}
