package planner.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import planner.RoomTest;

class TokensTest extends RoomTest {
    @Test
    void aTokenOpensItsWorkspaceOnly() {
        var caller = bean(Tokens.class).caller(token, Locale.ENGLISH, true).orElseThrow();
        assertThat(caller.workspace()).isEqualTo(owner.workspace());
        assertThat(caller.scopes()).containsExactlyInAnyOrder(Scope.READ, Scope.WRITE);
    }

    @Test
    void theTableDoesNotKeepTheToken() {
        assertThat(sql.sql("select token::text from token").query(String.class).list())
                .noneMatch(row -> row.contains(token.substring(4)));
    }

    @Test
    void withoutSigningInNothingIsShown() {
        var answer = httpWith("pln_wrong").get().uri("/api/tokens").retrieve().toEntity(String.class);
        assertThat(answer.getStatusCode().value()).isEqualTo(401);
    }

    @Test
    void aTokenSaysWhenItWasUsedToTheMinute() {
        assertThat(usedAt()).isNull();
        http.get().uri("/api/channels").retrieve().toBodilessEntity();
        assertThat(usedAt()).isEqualTo(START);
        clock.advance(Duration.ofSeconds(40));
        http.get().uri("/api/channels").retrieve().toBodilessEntity();
        assertThat(usedAt()).as("reading does not write").isEqualTo(START);
        clock.advance(Duration.ofSeconds(40));
        http.get().uri("/api/channels").retrieve().toBodilessEntity();
        assertThat(usedAt()).isEqualTo(START.plusSeconds(80));
    }

    private @Nullable Instant usedAt() {
        return bean(Tokens.class).all(owner.workspace()).getFirst().usedAt();
    }
}
