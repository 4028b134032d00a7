package planner.workspace;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/setup")
class SetupController {
    private final People people;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final SessionViews views;
    private final Installation installation;
    private final SetupCode code;

    SetupController(
            People people,
            Sessions sessions,
            SessionCookie cookie,
            SessionViews views,
            Installation installation,
            SetupCode code) {
        this.people = people;
        this.sessions = sessions;
        this.cookie = cookie;
        this.views = views;
        this.installation = installation;
        this.code = code;
    }

    @GetMapping
    Setup show() {
        return installation.demo() ? new Setup(false, DemoSignIn.SHOWN) : new Setup(people.nobody(), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SessionView create(@Valid @RequestBody Owner input, HttpServletResponse response) {
        if (installation.demo() || !people.nobody()) {
            throw Problem.conflict("set-up");
        }
        if (!code.is(input.code())) {
            throw Problem.invalid("code", "setup-code");
        }
        var owner = new Sessions.NewOwner(
                input.email().strip(),
                input.name().strip(),
                input.password(),
                Inputs.language("locale", input.locale()),
                Inputs.zone("zone", input.zone()));
        var opened = sessions.setUp(owner, input.workspace().strip());
        cookie.set(response, opened.secret());
        return views.of(opened.person(), opened.workspace());
    }

    /** @param demo only in a demo */
    record Setup(boolean needed, @Nullable DemoSignIn demo) {}

    /** @param code what the start of the planner printed */
    record Owner(
            @NotBlank @Size(max = 100) String code,
            @NotBlank @Email @Size(max = 254) String email,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 1000) String password,
            @NotBlank @Size(max = 100) String workspace,
            @NotBlank @Size(max = 60) String zone,
            @NotBlank @Size(max = 35) String locale) {
        @Override
        public String toString() {
            return "Owner[" + email + "]";
        }
    }
}
