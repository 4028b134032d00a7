package planner.workspace;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces")
class WorkspaceController {
    /** Less, and what is merely due would be late. */
    private static final Duration SHORTEST_AFTER = Duration.ofMinutes(1);

    private static final Duration LONGEST_AFTER = Duration.ofDays(30);
    private static final Duration LONGEST_SPACING = Duration.ofDays(1);

    private final Workspaces workspaces;

    WorkspaceController(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Workspace create(@Valid @RequestBody NewWorkspace input, Caller caller) {
        caller.require(Scope.ADMIN);
        return workspaces.create(input.name().strip(), Inputs.zone("zone", input.zone()), caller.person());
    }

    @PatchMapping("/{id}")
    Workspace change(@PathVariable WorkspaceId id, @Valid @RequestBody Change input, Caller caller) {
        if (!id.equals(caller.workspace())) {
            throw Problem.notFound();
        }
        caller.require(Scope.ADMIN);
        var now = workspaces.get(id);
        return workspaces.change(
                id,
                new Workspaces.Change(
                        input.name() == null ? now.name() : input.name().strip(),
                        input.zone() == null ? now.zone() : Inputs.zone("zone", input.zone()),
                        input.weekStart() == null ? now.weekStart() : input.weekStart(),
                        late(input.late(), now.late()),
                        input.version()));
    }

    private static Workspace.Late late(@Nullable Late input, Workspace.Late now) {
        if (input == null) {
            return now;
        }
        return new Workspace.Late(
                span("late.after", input.after() == null ? now.after() : input.after(), SHORTEST_AFTER, LONGEST_AFTER),
                input.action() == null ? now.action() : input.action(),
                span(
                        "late.spacing",
                        input.spacing() == null ? now.spacing() : input.spacing(),
                        Duration.ZERO,
                        LONGEST_SPACING));
    }

    private static Duration span(String field, Duration value, Duration shortest, Duration longest) {
        if (value.compareTo(shortest) < 0 || value.compareTo(longest) > 0) {
            throw Problem.invalid(field, "range", shortest, longest);
        }
        return value;
    }

    record NewWorkspace(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 60) String zone) {}

    record Change(
            @Nullable @Pattern(regexp = PersonController.VISIBLE) @Size(max = 100)
            String name,

            @Nullable @Size(max = 60) String zone,
            @Nullable DayOfWeek weekStart,
            @Nullable Late late,
            @Nullable Integer version) {}

    record Late(
            @Nullable Duration after,
            Workspace.Late.@Nullable Action action,
            @Nullable Duration spacing) {}
}
