/** The plan of the course. A chapter's file is src/content/docs/chapters/<slug>.mdx. */
export interface Chapter {
  readonly slug: string;
  readonly label: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly shows: Readonly<Record<Language, string>>;
}

export type Language = 'en' | 'zh-CN';

const chapter = (
  slug: string,
  [title, zhTitle]: readonly [string, string],
  [shows, zhShows]: readonly [string, string],
): Chapter => ({
  slug,
  label: slug.slice(0, slug.indexOf('-')).replace(/^0/, '').toUpperCase(),
  title: { en: title, 'zh-CN': zhTitle },
  shows: { en: shows, 'zh-CN': zhShows },
});

export const chapters: readonly Chapter[] = [
  chapter(
    '00-start-here',
    ['Start here', '从这里开始'],
    ['Memory as an empty book, and who keeps it.', '内存像一本空白的书，以及谁来管理它。'],
  ),
  chapter(
    '01-objects-and-names',
    ['Objects and names', '对象与名字'],
    ['What a name holds, and what a list holds.', '名字里有什么，列表里又有什么。'],
  ),
  chapter(
    '02-reference-counts',
    ['Reference counts', '引用计数'],
    [
      'What adds one, what takes one, what happens at zero.',
      '什么让计数加一、减一，归零时又会怎样。',
    ],
  ),
  chapter(
    '03-the-layers',
    ['The layers', '分层'],
    ['What one empty list asks of each layer.', '一个空列表会向每一层要求什么。'],
  ),
  chapter(
    '04-blocks-and-size-classes',
    ['Blocks and size classes', '内存块与大小类'],
    ['Ask for 42 bytes and see what you get.', '请求 42 字节，看看得到多少。'],
  ),
  chapter(
    '05-pools',
    ['Pools', '内存池'],
    ['The free list that runs through the blocks.', '穿过各个内存块的空闲链表。'],
  ),
  chapter(
    '06-arenas',
    ['Arenas', 'Arena'],
    ['Why freed memory does not always go back.', '为什么释放的内存不一定还给系统。'],
  ),
  chapter(
    '07-caches',
    ['Caches', '缓存'],
    [
      'Small ints, interned strings, and addresses that return.',
      '小整数、驻留字符串，以及重新出现的地址。',
    ],
  ),
  chapter('08-cycles', ['Cycles', '循环引用'], ['What counting cannot see.', '计数看不见的东西。']),
  chapter(
    '09-the-collector',
    ['The collector', '垃圾回收器'],
    ['How it finds an island, step by step.', '它怎样一步步找到孤岛。'],
  ),
  chapter(
    '10-generations',
    ['Generations', '分代'],
    ['When a collection starts, release by release.', '各个版本何时开始一次回收。'],
  ),
  chapter(
    '11-the-gc-module',
    ['The gc module at work', 'gc 模块的使用'],
    ['From a leak to the object that holds it.', '从内存泄漏找到持有它的对象。'],
  ),
  chapter(
    '12-living-with-it',
    ['Living with it', '与它共处'],
    ['What to do about memory, and what to leave alone.', '内存上该做什么，不必做什么。'],
  ),
  chapter(
    'a-then-and-now',
    ['Then and now', '今昔对照'],
    ['Every fact that changed from 2.7 to 3.15.', '从 2.7 到 3.15 变过的每一个事实。'],
  ),
  chapter(
    'b-reference',
    ['Reference', '参考'],
    ['What the machine supports, and a glossary.', '这台机器支持什么，以及术语表。'],
  ),
];
