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
        var file = store.linked(link.delivery(), link.file(), clock.instant()).orElseThrow(Problem::notFound);
        return Content.of(file, folder, CacheControl.maxAge(Duration.ofHours(1)), request);
    }
}
