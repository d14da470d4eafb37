package io.tallygate.standalone.servers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the PostgreSQL programs are told. Memory is sized for a machine that runs everything else too. */
final class PostgresSettings {
    private PostgresSettings() {}

    static List<String> initdb(Path dataDir, Path passwordFile, PostgresOptions options) {
        List<String> arguments = new ArrayList<>(List.of(
                "-D",
                dataDir.toString(),
                "-U",
                PostgresServer.SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--data-checksums"));
        if (!options.durable()) {
            arguments.add("--no-sync");
        }
        return arguments;
    }

    static List<String> arguments(Path dataDir, int port, PostgresOptions options) {
        List<String> arguments =
                new ArrayList<>(List.of("-D", dataDir.toString(), "-p", Integer.toString(port), "-h", "127.0.0.1"));
        settings(options).forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return arguments;
    }

    private static Map<String, String> settings(PostgresOptions options) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("unix_socket_directories", "");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("max_connections", "120");
        settings.put("shared_buffers", "128MB");
        settings.put("work_mem", "8MB");
        settings.put("maintenance_work_mem", "64MB");
        settings.put("max_wal_size", "1GB");
        settings.put("random_page_cost", "1.1");
        // Without statements in the log: they may carry names and titles.
        settings.put("log_min_error_statement", "panic");
        settings.put("log_error_verbosity", "terse");
        if (!options.durable()) {
            settings.putAll(Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off"));
        }
        return settings;
    }
}
