package planner.adapter.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WebPagesTest {
    @Test
    void tagsOfAPageAreReadWhateverTheirOrder() {
        var tags = WebPages.tags("""
                <META content="First" property='og:title'><meta property=og:title content=Second>
                <meta name="description" content="a &lt;b&gt; &#8211; &#x1F600; c">
                <title>\n  The   title </title>""");

        assertThat(tags)
                .containsEntry("og:title", "First")
                .containsEntry("description", "a <b> – 😀 c")
                .containsEntry("title", "The title");
    }

    @Test
    void halfACharacterInATitleIsLeftOut() {
        assertThat(WebPages.tags("<title>a&#xD800;b&#56320;c</title>")).containsEntry("title", "abc");
    }
}
