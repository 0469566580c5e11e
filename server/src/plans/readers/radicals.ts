/**
 * Code points of radicals (U+2E80–2FDF) that PDF files carry in place of the characters they look like. Kangxi radicals
 * (2F00–2FD5) have a standard mapping; the supplement (2E80–2EF3) has none but two, so it is written out here, after
 * Unicode's EquivalentUnifiedIdeograph.txt. A whole text is never normalised: that would turn ：（） into ASCII.
 */
const supplement =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母' +
  '⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹' +
  '⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠' +
  '⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'

/** Kangxi radicals whose standard mapping is the traditional form, though fonts of mainland China draw the other. */
const kangxi = '⼾户⾭青⿈黄'

const signs = [...supplement, ...kangxi]
const characters = new Map<string, string>()
for (let at = 0; at < signs.length; at += 2) characters.set(signs[at]!, signs[at + 1]!)

const damaged = /[\u2E80-\u2FDF\uF900-\uFAD9]/g

/** The text with radicals and compatibility ideographs replaced by the characters meant; the same string when there are none. */
export function withoutRadicals(text: string): string {
  return text.replace(damaged, (sign) => characters.get(sign) ?? sign.normalize(sign >= '\uF900' ? 'NFC' : 'NFKC'))
}
