package planner;

import java.sql.SQLException;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.Pointcuts;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.core.Ordered;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Two transactions that lock the same rows in different orders, as those of two channels of the same posts may: the
 * database ends one of them, and nothing of it has happened. It is run anew at its front door, around its transaction.
 */
final class AfterDeadlock implements MethodInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(AfterDeadlock.class);
    private static final String DEADLOCK = "40P01";
    private static final int MOST_REPETITIONS = 2;

    static DefaultPointcutAdvisor advisor() {
        var advisor = new DefaultPointcutAdvisor(
                Pointcuts.union(
                        new AnnotationMatchingPointcut(Transactional.class),
                        AnnotationMatchingPointcut.forMethodAnnotation(Transactional.class)),
                new AfterDeadlock());
        // the transaction's own stands at the end
        advisor.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
        return advisor;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        if (TransactionSynchronizationManager.isActualTransactionActive()
                || !(call instanceof ProxyMethodInvocation repeatable)) {
            return call.proceed();
        }
        for (int repetition = 0; ; repetition++) {
            try {
                return repeatable.invocableClone().proceed();
            } catch (ConcurrencyFailureException e) {
                if (repetition == MOST_REPETITIONS || !isDeadlock(e)) {
                    throw e;
                }
                LOG.info("{} lost a deadlock and runs again", call.getMethod().getName());
            }
        }
    }

    private static boolean isDeadlock(ConcurrencyFailureException e) {
        return e.getMostSpecificCause() instanceof SQLException cause && DEADLOCK.equals(cause.getSQLState());
    }
}
