package planner.media;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.stereotype.Component;
import planner.workspace.Problem;

/** Takes a file out of a request, and says in problems why it is not taken. */
@Component
class Reception {
    private static final String FIELD = "file";

    private final MediaSettings settings;

    Reception(MediaSettings settings) {
        this.settings = settings;
    }

    interface Taking<T> {
        T take() throws IOException;
    }

    /** The file of a multipart body, while it comes in. */
    <T> T take(HttpServletRequest request, Fetch.Taker<T> taker) {
        return refusing(FIELD, () -> UploadBody.read(request, settings.largest().toBytes(), taker));
    }

    /** @param field what the caller gave us */
    <T> T refusing(String field, Taking<T> taking) {
        try {
            return taking.take();
        } catch (MediaFolder.TooLarge e) {
            throw Problem.of(413, "too-large", "upload", settings.largest().toMegabytes());
        } catch (Fetch.Failed e) {
            throw Problem.invalid(field, e.rule(), String.valueOf(e.getMessage()));
        } catch (Unusable e) {
            throw switch (e.why()) {
                case UNKNOWN -> Problem.of(415, "unsupported-media", "unknown");
                case NO_VIDEO_TOOLS -> Problem.of(415, "unsupported-media", "no-video-tools");
                case NO_PICTURE_TOOLS -> Problem.of(415, "unsupported-media", "no-picture-tools");
                case EMPTY -> Problem.invalid(field, "empty-file");
                case CORRUPT -> Problem.invalid(field, "corrupt");
                case HUGE -> Problem.invalid(field, "huge");
                case NO_PICTURE -> Problem.invalid(field, "no-picture");
            };
        } catch (IOException e) {
            // the sender went away or sent a broken body: whatever we answer, it is not our fault
            throw Problem.invalid(field, "interrupted");
        }
    }
}
