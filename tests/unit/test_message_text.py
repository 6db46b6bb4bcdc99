"""The plain part made from HTML: readable, and its template's tags intact."""

from __future__ import annotations

import pytest

from sendoff.core.plaintext import text_from_html, tidy
from sendoff.core.template import compile_template


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One\n  two</p><p>Three</p>", "One two\n\nThree"),
        ("<h1>Title</h1>Text<br>next<br/>last", "Title\n\nText\nnext\nlast"),
        ('<a href="https://x.example">here</a>', "here (https://x.example)"),
        ('See <a href="https://x.example">https://x.example</a>.', "See https://x.example."),
        ('<a href="mailto:a@example.org">a@example.org</a> <a href="#top">up</a>', "a@example.org up"),
        ("<p>A</p><ul><li>one</li><li>two<ul><li>deep</li></ul></li></ul><p>B</p>", "A\n\n- one\n- two\n  - deep\n\nB"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("<style>p{}</style><script>x<y</script><title>T</title><!-- c -->x", "x"),
        ("R&amp;D &lt;b&gt;&nbsp;&copy; <b>b</b>old", "R&D <b> © bold"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ('<img src="x" alt="Logo"> a<hr>b', "Logo a\n\n--------------------\n\nb"),
        ("<p>unclosed <b>x<p>y", "unclosed x\n\ny"),
        ("", ""),
    ],
)
def test_reading_html(html: str, text: str) -> None:
    assert tidy(text_from_html(html)) == text


@pytest.mark.parametrize(
    ("html", "a", "b"),
    [
        ("<p>Hi {{ x | default('<you>') }}</p>", "Hi <A>", "Hi <you>"),
        ("<p>1</p>\n{% if x and 1 < 2 %}\n<p>{{ x }}</p>\n{% endif %}\n<p>2</p>", "1\n\n<A>\n\n2", "1\n\n2"),
        ("<ul>\n{% for i in range(2) %}\n<li>{{ i }}</li>\n{% endfor %}\n</ul>", "- 0\n- 1", "- 0\n- 1"),
        ('<p {% if x %}class="a"{% endif %}>t</p>', "t", "t"),
        ('<a href="{{ x }}?a={{ \'"\' }}">t</a>', 't (<A>?a=")', 't (?a=")'),
        ('<a href="{% if x %}u{% else %}v{% endif %}">t</a>', "t (u)", "t (v)"),
        ("<style>{% set y = 'Y' %}</style>{{ y }}", "Y", "Y"),
        ("<!-- {% if x %} -->yes<!-- {% endif %} -->", "yes", ""),
        ("&#123;&#123; x }} {{ x }}", "{{ x }} <A>", "{{ x }}"),
        ("<title>{{ x }}</title>{% raw %}{{ z }}{% endraw %}", "{{ z }}", "{{ z }}"),
    ],
)
def test_tags_survive(html: str, a: str, b: str) -> None:
    template = compile_template(text_from_html(html), html=False, where="text")
    assert tidy(template.render({"x": "<A>"})).strip() == a
    assert tidy(template.render({"x": ""})).strip() == b
