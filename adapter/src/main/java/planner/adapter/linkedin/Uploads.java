package planner.adapter.linkedin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import planner.adapter.kit.WebPages;
import planner.adapter.linkedin.At.Card;
import planner.adapter.linkedin.At.Made;
import planner.adapter.linkedin.LinkedInMedia.Kind;
import planner.network.Delivery;
import planner.network.Fault;
import planner.network.Media;
import planner.network.MediaKind;
import planner.network.NetworkException;
import planner.network.Outcome;
import planner.network.Outcome.Later;
import planner.network.Outcome.Next;
import planner.network.Session;

/** The part of the walk that nobody sees: files are registered, sent, and waited for. */
final class Uploads {
    private static final int MOST_ROUNDS = 2;
    /** What an app that may not read its own images waits instead of asking. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final LinkedInMedia media;
    private final WebPages pages;

    Uploads(LinkedInMedia media, WebPages pages) {
        this.media = media;
        this.pages = pages;
    }

    /** The page is read only for what the person did not say. */
    static At first(Delivery delivery) {
        var options = LinkedInPosts.options(delivery);
        boolean whole = !delivery.title().isBlank() && !options.card().isEmpty() && options.thumbnail() != null;
        boolean article = delivery.format().equals(LinkedInCapabilities.ARTICLE);
        return article && !whole ? new At.Preview() : next(Made.nothing(null), delivery);
    }

    private static At next(Made made, Delivery delivery) {
        int wanted = picture(made, delivery).isEmpty()
                ? LinkedInPosts.files(delivery).size()
                : 1;
        if (made.urns().size() < wanted) {
            return new At.Register(made);
        }
        return wanted == 0 ? At.Create.of(made) : new At.Processing(made, 0, 0);
    }

    /** The address of the picture that an article's page shows, where no other was chosen. */
    private static String picture(Made made, Delivery delivery) {
        var card = made.card();
        return card == null || !LinkedInPosts.files(delivery).isEmpty() ? "" : card.picture();
    }

    Outcome<At> preview(Delivery delivery) {
        var card = pages.read(LinkedInPosts.link(delivery))
                .map(page -> new Card(page.title(), page.description(), page.picture()))
                .orElseGet(() -> new Card("", "", ""));
        return next(next(Made.nothing(card), delivery));
    }

    Outcome<At> register(At.Register at, Delivery delivery, Session session) {
        var made = at.made();
        var owner = session.account().id();
        var token = session.credential().access();
        if (!picture(made, delivery).isEmpty()) {
            var place = media.register(Kind.IMAGE, owner, token);
            return next(new At.Upload(made, place.urn(), place.url()));
        }
        var file = file(made, delivery);
        if (file.kind() == MediaKind.VIDEO) {
            var options = LinkedInPosts.options(delivery);
            var film = media.film(file, owner, options.captions() != null, options.thumbnail() != null, token);
            return next(new At.Pieces(made, film, List.of()));
        }
        var kind = file.kind() == MediaKind.DOCUMENT ? Kind.DOCUMENT : Kind.IMAGE;
        var place = media.register(kind, owner, token);
        return next(new At.Upload(made, place.urn(), place.url()));
    }

    Outcome<At> upload(At.Upload at, Delivery delivery, Session session) {
        var made = at.made();
        var token = session.credential().access();
        var picture = picture(made, delivery);
        if (picture.isEmpty()) {
            return media.put(at.url(), file(made, delivery), session.files(), token)
                    ? next(next(made.plus(at.urn()), delivery))
                    : again(made);
        }
        var found = pages.picture(picture, LinkedInCapabilities.PICTURES, LinkedInCapabilities.IMAGE_LARGE);
        if (found.isEmpty()) {
            return next(next(withoutPicture(made), delivery));
        }
        return media.put(at.url(), found.get().type(), found.get().bytes(), token)
                ? next(next(made.plus(at.urn()), delivery))
                : again(made);
    }

    private static Outcome<At> again(Made made) {
        if (made.round() >= MOST_ROUNDS) {
            throw new NetworkException(
                    new Fault.Rejected("upload", "LinkedIn did not take the file at the address that it gave"));
        }
        return next(new At.Register(made.again()));
    }

    private static Made withoutPicture(Made made) {
        var card = Objects.requireNonNullElse(made.card(), new Card("", "", ""));
        return new Made(List.of(), new Card(card.title(), card.description(), ""), made.round(), made.note());
    }

    Outcome<At> piece(At.Pieces at, Delivery delivery, Session session) {
        var film = at.film();
        var sent = media.put(film.pieces().get(at.tags().size()), file(at.made(), delivery), session.files());
        if (sent.isEmpty()) {
            return again(at.made());
        }
        var tags = new ArrayList<>(at.tags());
        tags.add(sent.get());
        if (tags.size() < film.pieces().size()) {
            return next(new At.Pieces(at.made(), film, List.copyOf(tags)));
        }
        var made = withoutAddress(at.made(), film, LinkedInPosts.options(delivery));
        return next(
                film.captionsUrl() != null
                        ? new At.Captions(made, film, List.copyOf(tags))
                        : afterCaptions(made, film, List.copyOf(tags)));
    }

    private static Made withoutAddress(Made made, At.Film film, LinkedInOptions options) {
        boolean captions = options.captions() != null && film.captionsUrl() == null;
        boolean thumbnail = options.thumbnail() != null && film.thumbnailUrl() == null;
        var noted = captions ? made.noting("LinkedIn gave no address for the captions: they are left out") : made;
        return thumbnail ? noted.noting("LinkedIn gave no address for the thumbnail: it is left out") : noted;
    }

    private static At afterCaptions(Made made, At.Film film, List<String> tags) {
        return film.thumbnailUrl() == null ? new At.Finish(made, film, tags) : new At.Thumbnail(made, film, tags);
    }

    /** Captions that are refused do not fail the video. */
    Outcome<At> captions(At.Captions at, Delivery delivery, Session session) {
        var options = LinkedInPosts.options(delivery);
        var file = options.captions();
        var url = at.film().captionsUrl();
        if (file != null && !options.localized()) {
            var made = at.made()
                    .noting("the captions are left out, for this is no language and country: " + options.locale());
            return next(afterCaptions(made, at.film(), at.tags()));
        }
        boolean taken = file == null || url == null || media.captions(url, file, options.locale(), session.files());
        var made = taken ? at.made() : at.made().noting("LinkedIn did not take the captions");
        return next(afterCaptions(made, at.film(), at.tags()));
    }

    Outcome<At> thumbnail(At.Thumbnail at, Delivery delivery, Session session) {
        var picture = LinkedInPosts.options(delivery).thumbnail();
        var url = at.film().thumbnailUrl();
        boolean taken = picture == null || url == null || media.thumbnail(url, picture, session.files());
        var made = taken ? at.made() : at.made().noting("LinkedIn did not take the thumbnail");
        return next(new At.Finish(made, at.film(), at.tags()));
    }

    /** It may have been finished by a call whose answer was lost; videos can be asked about by every app. */
    Outcome<At> finish(At.Finish at, Session session) {
        var token = session.credential().access();
        var stage = media.state(at.film().urn(), token).stage();
        if (stage == LinkedInMedia.Stage.WAITING || stage == LinkedInMedia.Stage.UNREADABLE) {
            media.finish(at.film(), at.tags(), token);
        }
        return next(new At.Processing(at.made().plus(at.film().urn()), 0, 0));
    }

    Outcome<At> processing(At.Processing at, Delivery delivery, Session session) {
        var made = at.made();
        var state =
                media.state(made.urns().get(at.ready()), session.credential().access());
        return switch (state.stage()) {
            case WAITING, PROCESSING ->
                new Later<>(
                        new At.Processing(made, at.ready(), at.polls() + 1),
                        pause(at.polls()),
                        "LinkedIn is processing the media");
            case AVAILABLE ->
                next(
                        at.ready() + 1 < made.urns().size()
                                ? new At.Processing(made, at.ready() + 1, 0)
                                : At.Create.of(made));
            case UNREADABLE ->
                new Later<>(At.Create.of(made), GRACE, "LinkedIn does not tell this app when the media are ready");
            case FAILED -> failed(made, state.reason(), delivery);
        };
    }

    /** An article is published without its picture rather than not at all. */
    private static Outcome<At> failed(Made made, String reason, Delivery delivery) {
        if (delivery.format().equals(LinkedInCapabilities.ARTICLE)) {
            return next(At.Create.of(withoutPicture(made).noting("LinkedIn could not use the picture of the card")));
        }
        throw new NetworkException(new Fault.Rejected(
                "MEDIA_ASSET_PROCESSING_FAILED", reason.isEmpty() ? "LinkedIn could not process the file" : reason));
    }

    private static Media file(Made made, Delivery delivery) {
        return LinkedInPosts.files(delivery).get(made.urns().size());
    }

    /** 2, 5 and then every 10 seconds; a long video every half minute. */
    private static Duration pause(int polls) {
        if (polls == 0) {
            return Duration.ofSeconds(2);
        }
        if (polls == 1) {
            return Duration.ofSeconds(5);
        }
        return Duration.ofSeconds(polls < 12 ? 10 : 30);
    }

    private static Outcome<At> next(At at) {
        return new Next<>(at);
    }
}
