package planner.adapter.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import planner.adapter.telegram.TelegramOptions.Button;
import planner.adapter.telegram.TelegramOptions.LinkPreview;
import planner.network.Account;
import planner.network.Delivery;
import planner.network.Finding;
import planner.network.Media;
import planner.network.MediaKind;

/** What the table of capabilities cannot say. */
final class TelegramRules {
    private static final String PLACE = "://[^\\s/?#:@]\\S*";
    private static final Pattern BUTTON = Pattern.compile("(?i:https?|tg)" + PLACE);
    private static final Pattern PAGE = Pattern.compile("(?i:https?)" + PLACE);
    private static final Set<String> COVERS = Set.of("image/jpeg", "image/png", "image/webp");
    /** Chats that can have topics. */
    private static final Set<String> FORUMS = Set.of("supergroup", "private", "");

    private TelegramRules() {}

    static List<Finding> check(Delivery delivery, Account account) {
        var options = TelegramOptions.of(delivery);
        var findings = new ArrayList<Finding>();
        text(delivery, options, findings);
        topic(options, account, findings);
        switch (delivery.format()) {
            case TelegramCapabilities.TEXT -> preview(delivery, options, findings);
            case TelegramCapabilities.ALBUM -> captions(delivery, options, findings);
            case TelegramCapabilities.POLL -> PollRules.check(delivery, account, findings);
            case TelegramCapabilities.VIDEO -> {
                thumbnail(options.thumbnail(), findings);
                cover(options.cover(), findings);
                start(delivery, options, findings);
            }
            case TelegramCapabilities.ANIMATION -> {
                thumbnail(options.thumbnail(), findings);
                silence(delivery, findings);
            }
            case TelegramCapabilities.DOCUMENT -> thumbnail(options.thumbnail(), findings);
            default -> {}
        }
        if (!delivery.format().equals(TelegramCapabilities.ALBUM)) {
            buttons(options.buttons(), findings);
        }
        return findings;
    }

    private static void text(Delivery delivery, TelegramOptions options, List<Finding> findings) {
        var text = TelegramText.of(delivery.text(), options.textFormat());
        markup(text, "text", findings);
        if (text.problem() == null
                && !delivery.text().isBlank()
                && text.shown().isBlank()
                && delivery.media().isEmpty()) {
            findings.add(Finding.error("telegram.empty", "text", "", ""));
        }
        if (text.marks() > TelegramCapabilities.MARKS) {
            findings.add(Finding.warning("telegram.marks", "text", "" + TelegramCapabilities.MARKS, "" + text.marks()));
        }
    }

    /** @param field whose text it is */
    static void markup(TelegramText text, String field, List<Finding> findings) {
        var problem = text.problem();
        if (problem != null) {
            findings.add(Finding.error(problem.rule(), field, "" + problem.at(), problem.what()));
        }
    }

    private static void topic(TelegramOptions options, Account account, List<Finding> findings) {
        if (options.topic().isEmpty()) {
            return;
        }
        var topic = Topic.of(options.topic());
        if (topic.isEmpty()) {
            findings.add(Finding.error("telegram.topic", "options.topic", "", options.topic()));
        } else if (!FORUMS.contains(account.details().getOrDefault("type", ""))) {
            findings.add(Finding.error("telegram.topic-none", "options.topic", "", account.name()));
        } else if (!topic.get().isOf(account.id(), account.handle())) {
            findings.add(Finding.error("telegram.topic-elsewhere", "options.topic", account.name(), options.topic()));
        }
    }

    private static void preview(Delivery delivery, TelegramOptions options, List<Finding> findings) {
        var page = options.previewUrl();
        var how = options.linkPreview();
        if (page.isEmpty()) {
            boolean wanted = how != LinkPreview.DEFAULT && how != LinkPreview.OFF;
            if (wanted
                    && TelegramText.of(delivery.text(), options.textFormat())
                            .link()
                            .isEmpty()) {
                findings.add(Finding.warning("telegram.preview-none", "options.linkPreview", "", ""));
            }
        } else if (how == LinkPreview.OFF) {
            findings.add(Finding.error("telegram.preview-off", "options.previewUrl", "", page));
        } else if (!isLink(page, PAGE)) {
            findings.add(Finding.error("telegram.preview-url", "options.previewUrl", "", page));
        }
    }

    private static void captions(Delivery delivery, TelegramOptions options, List<Finding> findings) {
        int most = delivery.media().size() - 1;
        if (options.captions().size() > Math.max(0, most)) {
            findings.add(Finding.error(
                    "telegram.captions-many",
                    "options.captions",
                    "" + most,
                    "" + options.captions().size()));
        }
        for (var caption : options.captions()) {
            var text = TelegramText.of(caption, options.textFormat());
            markup(text, "options.captions", findings);
            tooLong(text, "telegram.caption-long", "options.captions", TelegramCapabilities.CAPTION_LENGTH, findings);
        }
    }

    static void tooLong(TelegramText text, String rule, String field, int most, List<Finding> findings) {
        if (text.length() > most) {
            findings.add(Finding.error(rule, field, "" + most, "" + text.length()));
        }
    }

    private static void buttons(List<Button> buttons, List<Finding> findings) {
        if (buttons.size() > TelegramCapabilities.BUTTONS) {
            findings.add(Finding.error(
                    "telegram.buttons-many",
                    "options.buttons",
                    "" + TelegramCapabilities.BUTTONS,
                    "" + buttons.size()));
        }
        int row = 0;
        for (var button : buttons) {
            row = button.beside() ? row + 1 : 1;
            if (row == TelegramCapabilities.BUTTONS_IN_ROW + 1) {
                findings.add(Finding.error(
                        "telegram.buttons-row",
                        "options.buttons",
                        "" + TelegramCapabilities.BUTTONS_IN_ROW,
                        button.text()));
            }
            button(button, findings);
        }
    }

    private static void button(Button button, List<Finding> findings) {
        int copied = button.copy().codePointCount(0, button.copy().length());
        if (!button.copy().isEmpty() && !button.url().isEmpty()) {
            findings.add(Finding.error("telegram.button-both", "options.buttons", "", button.text()));
        } else if (button.text().isBlank() || button.copy().isBlank() && !isLink(button.url(), BUTTON)) {
            findings.add(Finding.error("telegram.button", "options.buttons", "", button.text()));
        } else if (copied > TelegramCapabilities.COPY) {
            findings.add(Finding.error(
                    "telegram.button-copy", "options.buttons", "" + TelegramCapabilities.COPY, "" + copied));
        }
    }

    /** With sound it would be shown as an ordinary video. */
    private static void silence(Delivery delivery, List<Finding> findings) {
        for (var film : delivery.media()) {
            var sound = film.sound();
            if (film.kind() == MediaKind.VIDEO && sound == null) {
                findings.add(Finding.warning("telegram.animation-unheard", "media", "", ""));
            } else if (film.kind() == MediaKind.VIDEO && Boolean.TRUE.equals(sound)) {
                findings.add(Finding.error("telegram.animation-sound", "media", "", ""));
            }
        }
    }

    private static void thumbnail(@Nullable Media picture, List<Finding> findings) {
        if (picture == null) {
            return;
        }
        if (!picture.type().equals("image/jpeg")) {
            findings.add(Finding.error("telegram.thumbnail-type", "options.thumbnail", "JPEG", picture.type()));
        }
        if (picture.bytes() > TelegramCapabilities.THUMBNAIL_BYTES) {
            findings.add(Finding.error(
                    "telegram.thumbnail-bytes",
                    "options.thumbnail",
                    "" + TelegramCapabilities.THUMBNAIL_BYTES,
                    "" + picture.bytes()));
        }
        int side = Math.max(picture.width(), picture.height());
        if (side > TelegramCapabilities.THUMBNAIL_SIDE) {
            findings.add(Finding.error(
                    "telegram.thumbnail-side",
                    "options.thumbnail",
                    "" + TelegramCapabilities.THUMBNAIL_SIDE,
                    "" + side));
        }
    }

    private static void cover(@Nullable Media picture, List<Finding> findings) {
        if (picture == null) {
            return;
        }
        if (!COVERS.contains(picture.type())) {
            findings.add(Finding.error("telegram.cover-type", "options.cover", "JPEG, PNG, WebP", picture.type()));
        }
        if (picture.bytes() > TelegramCapabilities.PHOTO_BYTES) {
            findings.add(Finding.error(
                    "telegram.cover-bytes",
                    "options.cover",
                    "" + TelegramCapabilities.PHOTO_BYTES,
                    "" + picture.bytes()));
        }
        int sum = picture.width() + picture.height();
        if (sum > TelegramCapabilities.PHOTO_SIDES || !TelegramCapabilities.PHOTO_ASPECT.has(picture.aspect())) {
            findings.add(Finding.error(
                    "telegram.cover-sides",
                    "options.cover",
                    "" + TelegramCapabilities.PHOTO_SIDES,
                    picture.width() + " × " + picture.height()));
        }
    }

    private static void start(Delivery delivery, TelegramOptions options, List<Finding> findings) {
        var start = options.startAt();
        if (start == null || delivery.media().isEmpty()) {
            return;
        }
        double seconds = delivery.media().getFirst().seconds();
        if (start < 0 || seconds > 0 && start >= seconds) {
            findings.add(Finding.error("telegram.start", "options.startAt", "0-" + (long) seconds, "" + start));
        }
    }

    /** No {@code URI}: it refuses hosts and paths that Telegram takes. */
    private static boolean isLink(String text, Pattern form) {
        return form.matcher(text.strip()).matches();
    }
}
