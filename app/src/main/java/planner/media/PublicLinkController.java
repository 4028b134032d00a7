package planner.media;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import planner.workspace.Problem;

/** Where networks fetch the files of a delivery: no sign-in, but an address that only we can make and that ends. */
@RestController
class PublicLinkController {
    private static final Duration LONGEST = Duration.ofHours(1);

    private final LinkSigner signer;
    private final FileStore store;
    private final MediaFolder folder;
    private final Clock clock;

    PublicLinkController(LinkSigner signer, FileStore store, MediaFolder folder, Clock clock) {
        this.signer = signer;
        this.store = store;
        this.folder = folder;
        this.clock = clock;
    }

    /** @param name for those who judge by the ending; it decides nothing */
    @GetMapping("/m/{token}/{name}")
    ResponseEntity<Resource> file(@PathVariable String token, @PathVariable String name, HttpServletRequest request) {
        var link = signer.read(token).orElseThrow(Problem::notFound);
        var now = clock.instant();
        if (ProbeLink.is(link)) {
            var probe = ProbeLink.read(link, token, now).orElseThrow(Problem::notFound);
            return Content.of(probe.bytes(), ProbeLink.TYPE, probe.tag(), CacheControl.noStore(), request);
        }
        var linked = store.linked(link.delivery(), link.file(), now).orElseThrow(Problem::notFound);
        return Content.of(linked.file(), folder, cache(Duration.between(now, linked.until())), request);
    }

    /** Nobody keeps the file longer than its link. */
    private static CacheControl cache(Duration left) {
        return CacheControl.maxAge(left.compareTo(LONGEST) < 0 ? left : LONGEST);
    }
}
