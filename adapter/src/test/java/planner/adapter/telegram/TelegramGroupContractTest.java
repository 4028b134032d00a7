package planner.adapter.telegram;

import java.util.List;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.Stage;

/** A group with topics: every format goes into one. */
class TelegramGroupContractTest extends TelegramContractTest {
    private static final String TOPIC = "'topic':'7'";

    @Override
    protected Samples samples() {
        return new TelegramSamples() {
            @Override
            public List<Sample> all() {
                return List.of(
                        text("topic", "Bread", "'topic':'https://t.me/sandbox_talk/7/55','pin':true"),
                        text("topic-general", "Hello", "'topic':'1'"),
                        media("topic-photo", "photo", "Bread", List.of(IMAGE), "'topic':'t.me/c/1500000002/7'"),
                        media("topic-video", "video", "Bread", List.of(VIDEO), TOPIC),
                        media("topic-animation", "animation", "Bread", List.of(LOOP), TOPIC),
                        media("topic-album", "album", "Bread", List.of(IMAGE, IMAGE), TOPIC),
                        media("topic-document", "document", "Bread", List.of(PAPER), TOPIC),
                        Sample.of(
                                "topic-poll",
                                "poll",
                                "Rye?",
                                List.of(),
                                Choices.of("{" + TOPIC
                                        + ",'poll':{'answers':[{'text':'Yes'},{'text':'No'}],'anonymous':false,'adding':true,"
                                        + "'revoting':'ALLOWED'}}")));
            }

            @Override
            public Stage open() {
                return new Chat("@sandbox_talk");
            }
        };
    }

    /** The group takes 20 messages a minute. */
    @Override
    protected java.time.Duration rest() {
        return java.time.Duration.ofMinutes(1);
    }
}
