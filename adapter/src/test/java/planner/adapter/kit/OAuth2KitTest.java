package planner.adapter.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import planner.network.Fault;
import planner.network.NetworkException;

class OAuth2KitTest {
    @Test
    void theScopesThatWereUntickedAreNamed() {
        assertThatThrownBy(() -> OAuth2Kit.demand(List.of("c", "a", "b"), Set.of("a")::contains))
                .isInstanceOfSatisfying(
                        NetworkException.class,
                        e -> assertThat(e.fault()).isEqualTo(new Fault.Rejected("missing_scope", "b, c")));
        OAuth2Kit.demand(List.of("a"), Set.of("a", "b")::contains);
    }
}
