package planner.adapter.telegram;

import java.util.List;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;

/** What a message can choose, one by one: each keeps the contract. */
class TelegramChoicesContractTest extends TelegramContractTest {
    @Override
    protected Samples samples() {
        return new TelegramSamples() {
            @Override
            public List<Sample> all() {
                return List.of(
                        text(
                                "markdown-code",
                                "```java\nvar a \\= 1;\n``` __under__ ||hidden|| _slanted_ ~struck",
                                MARKDOWN),
                        text(
                                "markdown-quote",
                                "**>First\n>second||\nafter ![👍](tg://emoji?id=5368324170671202286) ~x",
                                MARKDOWN),
                        text("silent", "Psst", "'silent':true,'protect':true"),
                        text("pin", "Look up", "'pin':true"),
                        text("preview-large", "See https://example.com/a, really", "'linkPreview':'LARGE'"),
                        text(
                                "preview-page",
                                "See",
                                "'linkPreview':'SMALL_ABOVE','previewUrl':'https://example.com/page'"),
                        text("preview-above", "See https://example.com", "'linkPreview':'ABOVE_TEXT'"),
                        text(
                                "buttons",
                                "Choose",
                                "'buttons':[{'text':'One','url':'https://example.com/1','style':'PRIMARY'},"
                                        + "{'text':'Two','url':'tg://resolve?domain=sandbox_news','style':'DANGER','beside':true},"
                                        + "{'text':'Code','copy':'SPRING-27','style':'SUCCESS'}]"),
                        media("photo-markdown", "photo", "*Look* ~here", List.of(IMAGE), MARKDOWN + ",'spoiler':true"),
                        media(
                                "video-buttons",
                                "video",
                                "Moves",
                                List.of(VIDEO),
                                "'captionAbove':true,'buttons':[{'text':'Open','url':'https://example.com'}]"),
                        media("animation-thumbnail", "animation", "Loops", List.of(LOOP), thumbnail("")),
                        media("document-thumbnail", "document", "Read", List.of(PAPER), thumbnail("")),
                        media("document-picture", "document", "Every pixel", List.of(IMAGE), ""),
                        media(
                                "album-captions",
                                "album",
                                "First ~one",
                                List.of(IMAGE, VIDEO, IMAGE),
                                MARKDOWN + ",'captions':['','*third*']"),
                        media("album-documents", "album", "Papers", List.of(PAPER, PAPER), ""),
                        poll(
                                "poll-rules",
                                "Which ones?",
                                "'answers':[{'text':'A'},{'text':'B'},{'text':'C'}],'multiple':true,'shuffle':true,"
                                        + "'hideResults':true,'revoting':'FORBIDDEN','openMinutes':1440,'description':'All count'"),
                        poll(
                                "poll-members",
                                "And you?",
                                "'answers':[{'text':'Yes'}],'membersOnly':true,'countries':'PL, FT',"
                                        + "'closesAt':'2026-12-24T18:00:00+01:00'"),
                        quiz());
            }
        };
    }

    private static Sample quiz() {
        return Sample.of(
                "quiz",
                "poll",
                "What is ~right",
                List.of(),
                Choices.of("{" + TelegramSamples.MARKDOWN
                        + ",'poll':{'answers':[{'text':'2 + 2 = 4','correct':true},{'text':'2 + 2 = 5'},"
                        + "{'text':'4 = 2 + 2','correct':true}],'quiz':true,'multiple':true,"
                        + "'explanation':'*Count* them\\\\.','description':'_Slowly_'}}"));
    }
}
