package planner.workspace;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/tokens")
class TokenController {
    private final Tokens tokens;

    TokenController(Tokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping
    TokenPage list(Caller caller) {
        caller.require(Scope.ADMIN);
        return new TokenPage(
                tokens.all(caller.workspace()).stream().map(TokenView::of).toList(), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CreatedToken create(@Valid @RequestBody NewToken input, Caller caller) {
        caller.require(Scope.ADMIN);
        var scopes = EnumSet.noneOf(Scope.class);
        input.scopes().forEach(name -> scopes.add(name.scope()));
        var created =
                tokens.create(caller.workspace(), caller.person(), input.name().strip(), scopes);
        var token = created.token();
        return new CreatedToken(
                token.id(), token.name(), TokenView.of(token).scopes(), token.createdAt(), created.secret());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id, Caller caller) {
        caller.require(Scope.ADMIN);
        tokens.delete(caller.workspace(), id);
    }

    record NewToken(
            @NotBlank @Size(max = 100) String name,
            @NotEmpty @Size(max = 2) Set<ScopeName> scopes) {}

    record TokenView(
            UUID id,
            String name,
            List<ScopeName> scopes,
            Instant createdAt,
            @Nullable Instant usedAt) {
        static TokenView of(Token token) {
            return new TokenView(
                    token.id(),
                    token.name(),
                    token.scopes().stream().map(ScopeName::of).sorted().toList(),
                    token.createdAt(),
                    token.usedAt());
        }
    }

    record TokenPage(List<TokenView> items, @Nullable String next) {}

    record CreatedToken(UUID id, String name, List<ScopeName> scopes, Instant createdAt, String token) {
        @Override
        public String toString() {
            return "CreatedToken[" + id + "]";
        }
    }

    /** What a token may carry, as it is written in JSON. */
    enum ScopeName {
        read(Scope.READ),
        write(Scope.WRITE);

        private final Scope scope;

        ScopeName(Scope scope) {
            this.scope = scope;
        }

        Scope scope() {
            return scope;
        }

        static ScopeName of(Scope scope) {
            return scope == Scope.READ ? read : write;
        }
    }
}
