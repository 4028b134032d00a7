package planner.postgres;

/**
 * What goes into postgresql.conf at every start. Changes made with ALTER SYSTEM stay in force.
 *
 * @param durable false only where the data may be lost with the machine, as in tests
 */
record Settings(boolean durable) {
    static final Settings LASTING = new Settings(true);
    static final Settings PASSING = new Settings(false);

    /* Small memory for a machine shared with the application; commits stay synchronous, their journal is roomy. */
    private static final String COMMON = """
            # written at every start; use ALTER SYSTEM for changes of your own
            unix_socket_directories = ''
            password_encryption = scram-sha-256
            timezone = UTC
            log_timezone = UTC
            lc_messages = C

            shared_buffers = 48MB
            huge_pages = off
            work_mem = 6MB
            maintenance_work_mem = 48MB
            effective_cache_size = 512MB
            temp_buffers = 2MB
            jit = off
            io_method = sync
            max_worker_processes = 2
            max_parallel_workers_per_gather = 0
            max_parallel_maintenance_workers = 0
            max_logical_replication_workers = 0
            autovacuum_max_workers = 2
            autovacuum_worker_slots = 2
            random_page_cost = 1.1

            wal_level = minimal
            max_wal_senders = 0
            wal_buffers = 4MB
            max_wal_size = 1GB
            checkpoint_timeout = 15min

            log_line_prefix = '%m [%p] '
            log_checkpoints = off
            # details of an error would quote the values of a row
            log_error_verbosity = terse
            """;

    String text() {
        return COMMON + (durable ? """
                        max_connections = 100
                        fsync = on
                        full_page_writes = on
                        synchronous_commit = on
                        """ : """
                        max_connections = 300
                        fsync = off
                        full_page_writes = off
                        """);
    }
}
