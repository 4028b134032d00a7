package planner.publish;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import planner.channel.ChannelId;
import planner.channel.Channels;
import planner.channel.NetworkDirectory;
import planner.channel.NetworkTexts;
import planner.network.Budget;
import planner.network.NetworkId;
import planner.workspace.Caller;
import planner.workspace.Problem;
import planner.workspace.Scope;

/** What is left of the networks' budgets. */
@RestController
class BudgetController {
    private final Budgets budgets;
    private final Channels channels;
    private final NetworkDirectory networks;

    BudgetController(Budgets budgets, Channels channels, NetworkDirectory networks) {
        this.budgets = budgets;
        this.channels = channels;
        this.networks = networks;
    }

    record BudgetList(List<BudgetView> items) {}

    /**
     * @param shared all channels of this network share it
     * @param taken units in the window that ends now
     * @param seconds length of the window; {@code null} = it is a day that begins at midnight in {@code zone}
     */
    record BudgetView(
            String id,
            String label,
            boolean shared,
            int taken,
            int most,
            @Nullable Long seconds,
            @Nullable String zone) {}

    @GetMapping("/api/channels/{id}/budgets")
    BudgetList of(Caller caller, @PathVariable UUID id) {
        caller.require(Scope.READ);
        var channel = channels.find(caller.workspace(), new ChannelId(id)).orElseThrow(Problem::notFound);
        return new BudgetList(budgets.of(channel.network(), channel.account()).stream()
                .map(standing -> view(channel.network(), standing, caller.locale()))
                .toList());
    }

    private BudgetView view(NetworkId network, Budgets.Standing standing, Locale locale) {
        var budget = standing.budget();
        var rolling = budget.window() instanceof Budget.Window.Rolling(var length) ? (Long) length.toSeconds() : null;
        var day = budget.window() instanceof Budget.Window.Day(var zone) ? zone.getId() : null;
        return new BudgetView(
                budget.id(),
                NetworkTexts.text(networks.get(network), "budget." + budget.id(), locale),
                budget.owner().equals(Budget.APP),
                standing.taken(),
                budget.most(),
                rolling,
                day);
    }
}
