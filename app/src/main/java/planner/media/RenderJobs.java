package planner.media;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import planner.jobs.Jobs;

/** The two lines of renditions, so that a picture never waits for a film. */
@Configuration(proxyBeanMethods = false)
class RenderJobs {
    private static final int LIGHT_AT_ONCE = 2;

    @Bean
    RenderJob light(
            RenditionStore store,
            ObjectProvider<Maker> makers,
            MediaFolder folder,
            Probe probe,
            Shelf shelf,
            Jobs jobs,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        return new RenderJob(
                RenderJob.LIGHT,
                LIGHT_AT_ONCE,
                store,
                makers.orderedStream().toList(),
                folder,
                probe,
                shelf,
                jobs,
                events,
                transaction,
                clock);
    }

    @Bean
    RenderJob heavy(
            MediaSettings settings,
            RenditionStore store,
            ObjectProvider<Maker> makers,
            MediaFolder folder,
            Probe probe,
            Shelf shelf,
            Jobs jobs,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        return new RenderJob(
                RenderJob.HEAVY,
                settings.encodes(),
                store,
                makers.orderedStream().toList(),
                folder,
                probe,
                shelf,
                jobs,
                events,
                transaction,
                clock);
    }
}
