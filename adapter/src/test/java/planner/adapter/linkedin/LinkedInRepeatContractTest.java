package planner.adapter.linkedin;

import java.util.List;
import java.util.Map;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SimulatorStage;
import planner.adapter.contract.Stage;
import planner.network.NetworkId;

/** A member whose operator lets a cut post be sent once more: LinkedIn refuses a second one and names the first. */
class LinkedInRepeatContractTest extends LinkedInMemberContractTest {
    @Override
    protected Samples samples() {
        return new Repeating(super.samples());
    }

    @Override
    protected boolean has(Behaviour behaviour) {
        return behaviour == Behaviour.TELLS_AFTER_A_CUT;
    }

    private record Repeating(Samples whole) implements Samples {
        @Override
        public NetworkId network() {
            return whole.network();
        }

        @Override
        public List<Sample> all() {
            return whole.all();
        }

        @Override
        public Stage open() {
            return new SimulatorStage(LinkedIn.ID.value()) {
                @Override
                protected Map<String, String> adjusted(Map<String, String> settings) {
                    settings.put("repeat-member-posts", "1");
                    return settings;
                }
            };
        }
    }
}
