package planner.post;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import planner.channel.ChannelId;
import planner.channel.Channels;
import planner.media.AssetId;
import planner.media.Assets;
import planner.post.PostInput.MediaRef;
import planner.post.PostInput.PartInput;
import planner.workspace.Problem;
import planner.workspace.WorkspaceId;
import planner.workspace.Zones;

/** What must be true of any post before networks are asked: known ids, sane sizes. A draft may be anything else. */
@Component
class PostShape {
    private static final int LONGEST_TEXT = 100_000;
    private static final int MOST_CHANNELS = 200;
    private static final int MOST_PARTS = 100;
    private static final int MOST_MEDIA = 50;

    private final Channels channels;
    private final Assets assets;

    PostShape(Channels channels, Assets assets) {
        this.channels = channels;
        this.assets = assets;
    }

    /** @throws Problem that names the field and the rule */
    void check(WorkspaceId workspace, PostInput input) {
        check(workspace, input, List.of());
    }

    /**
     * @param lost channels that may be disconnected by now: what was composed for them stays, until preflight asks for it
     * @throws Problem that names the field and the rule
     */
    void check(WorkspaceId workspace, PostInput input, List<UUID> lost) {
        text("text", input.text());
        text("title", input.title());
        zone(input);
        atMost("channels", input.channels(), MOST_CHANNELS);
        for (int i = 0; i < input.channels().size(); i++) {
            var channel = input.channels().get(i);
            known(
                    "channels[" + i + "]",
                    connected(workspace, channel) || lost.contains(channel) && ever(workspace, channel));
        }
        media(workspace, "media", input.media());
        thread(workspace, "thread", input.thread());
        for (var entry : input.variants().entrySet()) {
            var field = "variants." + entry.getKey();
            if (!input.channels().contains(entry.getKey())) {
                throw Problem.invalid(field, "unknown-channel");
            }
            variant(workspace, field, entry.getValue());
        }
    }

    boolean connected(WorkspaceId workspace, UUID channel) {
        return channels.find(workspace, new ChannelId(channel)).isPresent();
    }

    private boolean ever(WorkspaceId workspace, UUID channel) {
        return channels.ever(workspace, new ChannelId(channel)).isPresent();
    }

    private void variant(WorkspaceId workspace, String field, PostInput.VariantInput variant) {
        if (variant.text() != null) {
            text(field + ".text", variant.text());
        }
        if (variant.title() != null) {
            text(field + ".title", variant.title());
        }
        if (variant.media() != null) {
            media(workspace, field + ".media", variant.media());
        }
        if (variant.thread() != null) {
            thread(workspace, field + ".thread", variant.thread());
        }
        variant.files()
                .forEach(
                        (option, id) -> known(field + ".options." + option, assets.exists(workspace, new AssetId(id))));
    }

    private void thread(WorkspaceId workspace, String field, List<PartInput> parts) {
        atMost(field, parts, MOST_PARTS);
        for (int i = 0; i < parts.size(); i++) {
            text(field + "[" + i + "].text", parts.get(i).text());
            media(workspace, field + "[" + i + "].media", parts.get(i).media());
        }
    }

    private void media(WorkspaceId workspace, String field, List<MediaRef> refs) {
        atMost(field, refs, MOST_MEDIA);
        for (int i = 0; i < refs.size(); i++) {
            text(field + "[" + i + "].alt", refs.get(i).alt());
            known(
                    field + "[" + i + "].id",
                    assets.exists(workspace, new AssetId(refs.get(i).id())));
        }
    }

    private static void text(String field, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw Problem.invalid(field, "too-long", LONGEST_TEXT);
        }
        if (text.indexOf('\0') >= 0 || !wellFormed(text)) {
            throw Problem.invalid(field, "not-text");
        }
    }

    private static boolean wellFormed(String text) {
        return text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
    }

    private static void zone(PostInput input) {
        if (input.zone() != null && Zones.find(input.zone()).isEmpty()) {
            throw Problem.invalid("zone", "unknown-zone");
        }
    }

    private static void atMost(String field, List<?> list, int most) {
        if (list.size() > most) {
            throw Problem.invalid(field, "too-many", most);
        }
    }

    private static void known(String field, boolean known) {
        if (!known) {
            throw Problem.invalid(field, "unknown-id");
        }
    }
}
