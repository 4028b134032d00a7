package planner.workspace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/session")
class SessionController {
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final SessionViews views;

    SessionController(Sessions sessions, SessionCookie cookie, SessionViews views) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.views = views;
    }

    @GetMapping
    SessionView show(Caller caller) {
        return views.of(caller.person(), caller.workspace());
    }

    @PostMapping
    SessionView signIn(@Valid @RequestBody SignIn input, HttpServletRequest request, HttpServletResponse response) {
        var opened = sessions.signIn(input.email().strip(), input.password(), request.getRemoteAddr());
        // whoever was signed in at this browser is not any more
        SessionCookie.read(request).ifPresent(sessions::signOut);
        cookie.set(response, opened.secret());
        return views.of(opened.person(), opened.workspace());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.read(request).ifPresent(sessions::signOut);
        cookie.clear(response);
    }

    @PutMapping("/workspace")
    SessionView move(@Valid @RequestBody Move input, Caller caller, HttpServletRequest request) {
        var secret = SessionCookie.read(request).orElseThrow(Problem::signedOut);
        sessions.move(secret, caller.person(), input.id());
        return views.of(caller.person(), input.id());
    }

    record SignIn(
            @NotBlank @Size(max = 254) String email,
            @NotBlank @Size(max = 1000) String password) {
        @Override
        public String toString() {
            return "SignIn[" + email + "]";
        }
    }

    record Move(@NotNull WorkspaceId id) {}
}
