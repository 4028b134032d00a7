package planner.workspace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/person")
class PersonController {
    /** Present means not blank. */
    static final String VISIBLE = "(?s).*\\S.*";

    private final People people;
    private final Sessions sessions;

    PersonController(People people, Sessions sessions) {
        this.people = people;
        this.sessions = sessions;
    }

    @PatchMapping
    SessionView.PersonView change(@Valid @RequestBody Change input, Caller caller) {
        var now = people.find(caller.person()).orElseThrow(Problem::notFound);
        var changed = people.change(
                now.id(),
                input.name() == null ? now.name() : input.name().strip(),
                input.locale() == null ? now.locale() : Inputs.language("locale", input.locale()),
                input.zone() == null ? now.zone() : Inputs.zone("zone", input.zone()));
        return SessionView.PersonView.of(changed);
    }

    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@Valid @RequestBody NewPassword input, Caller caller, HttpServletRequest request) {
        var secret = SessionCookie.read(request).orElseThrow(Problem::signedOut);
        sessions.changePassword(caller.person(), input.current(), input.password(), secret, request.getRemoteAddr());
    }

    record Change(
            @Nullable @Pattern(regexp = VISIBLE) @Size(max = 100)
            String name,

            @Nullable @Size(max = 35) String locale,
            @Nullable @Size(max = 60) String zone) {}

    record NewPassword(
            @NotBlank @Size(max = 1000) String current,
            @NotBlank @Size(max = 1000) String password) {
        @Override
        public String toString() {
            return "NewPassword[]";
        }
    }
}
