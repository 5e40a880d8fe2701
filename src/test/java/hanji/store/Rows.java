package hanji.store;

/// Rows for tables, without the program that writes them.
final class Rows {

    private static final String HASH = "a".repeat(64);
    private static final String AT = "timestamp with time zone '2026-03-02 08:15:30.123Z'";

    private Rows() {}

    private static void insert(Database database, String sql) {
        database.<Integer>write(handle -> handle.execute(sql));
    }

    static void digest(Database database, String id) {
        insert(
                database,
                "insert into digest values ('%s', 1, '이름 “x”\n𝔸', 1, 1, %s)".formatted(id, AT));
    }

    /// At least one row in each table that a backup keeps or empties.
    static void everywhere(Database database) {
        digest(database, "d");
        database.<Integer>write(handle ->
                handle.execute(
                        "insert into digest_revision values ('d', 1, 'n', '%s', ?, %s)"
                                .formatted(HASH, AT),
                        new byte[] {0, 1, -1, 127, -128}));
        for (String sql :
                new String[] {
                    "insert into entry values (21, 'd', 1, '제목', null)",
                    "insert into segment values (31, 'd', 21, 1, 'HASH', 'HASH')",
                    "insert into unit values ('s1-en', 'd', 'translation', 31, 'en', 2, 1, 'approved', 'reviewed', 1, null, null, false, 'An', 'why', AT)",
                    "insert into event values ('s1-en', 1, 0, 0, 'drafted', 'translated', 1, null, 'major', false, 'Hanji', null, AT, null)",
                    "insert into event values ('s1-en', 2, 1, 1, 'approved', 'reviewed', 1, null, null, true, 'An', '', AT, 'numbers 1-2 *')",
                    "insert into target values ('s1-en', 1, '2 trillion “x”\\n\t', '2조', 'HASH', '{}', '[]')",
                    "insert into publication values ('d', 'en', 1, 1, '# x', 'An', AT, 71, '{}', 'Bo', AT)",
                    "insert into webhook_delivery values ('msg_1', 'site', 'digest.published', 'd en', '{}', 'waiting', 1, AT, 'It answered 500.', AT, null)",
                    "insert into completion values ('HASH', 'm', '답', 1, 2, 3, 1, AT)",
                    "insert into batch values ('b1', 51, null, '{}', 'HASH', 'mini', 'all', 'running', null, 5.123456789, null, 1, 'An', AT, null, null)",
                    "insert into batch_item values ('b1', 1, 0, 'd', 'en', 'translate', 's1-en', 1, 'open', 0, 0, 0, 0, null, null, null)",
                    "insert into batch_reserve values ('b1', 0, 0.5, 100)",
                    "insert into scheduled_tasks (task_name, task_instance, picked, version) values ('batch', 'b1/0', false, 1)",
                    "insert into model_call values (41, AT, 'mini', 'm', 'HASH', 'ok', 7, 8, 0.00000125, 9000000000, null, 'b1')",
                    "insert into judgement values ('s1-en', 'HASH', 'mini', '[]', AT)",
                    "insert into dismissal values ('s1-en', 'HASH', 'numbers 1-2', 'An', null, AT)",
                    "insert into reading values ('s1-en', 1, 'An', 'approved', 4200, 14, AT)",
                    "insert into presence values ('an', 'p1', 'd', 'en', 's1-en', true, AT)",
                    "insert into unit_comment values (71, 'd', 'en', 's1-en', 2, 'An', '@an “x”\\n', AT, 'An', AT, null)",
                    "insert into mention values (71, 'an', null)",
                    "insert into assignment values ('d', 'en', 21, 'an', 'An', AT)",
                    "insert into typed values ('s1-en', 'An', 'a1b2', 'd', 2, 'c3', '반쯤 쓴 “x”', AT)",
                    "insert into account values ('an', '$argon2id$x', 'local', null, 'editor:en approver:de', false, AT)",
                    "insert into login_session values ('HASH', 'an', AT, AT, AT)",
                    "insert into api_token values (61, 'HASH', 'an', 'CI “x”', 'draft read', AT, AT, null, AT)",
                    "insert into login_failure values ('name an', 6, AT, AT)",
                    "insert into audit values (1, AT, 'an', '127.0.0.1', 'decision', 's1-en', 'approve', null, 'HASH', 'HASH', 'HASH')",
                    "insert into term_entry values (71, 2, true)",
                    "insert into term_version values (71, 1, '{\"terms\":[]} 용어', false, 'An', AT)",
                    "insert into term_version values (71, 2, '{\"terms\":[]}', true, 'An', AT)",
                    "update termbase set stamp = 'one'",
                    "insert into term_refusal values ('모델', 'model', 'An', AT)",
                    "update audit_head set number = 1, hash = 'HASH'"
                }) {
            insert(database, sql.replace("HASH", HASH).replace("AT", AT));
        }
        database.<Integer>write(
                handle -> handle.execute("alter table model_call alter column id restart with 42"));
    }

    /// The number it got.
    static long call(Database database) {
        return database.write(handle ->
                handle.createUpdate(
                                "insert into model_call (at, model, model_name, request, outcome, tokens_in, tokens_out, millis)"
                                        + " values (%s, 'mini', 'm', '%s', 'ok', 1, 1, 1)"
                                                .formatted(AT, HASH))
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(Long.class)
                        .one());
    }

    /// One more in a digest that is there.
    static long entry(Database database, String digest) {
        return database.write(handle ->
                handle.createUpdate(
                                "insert into entry (digest, number, title) values ('%s', 2, '제목')"
                                        .formatted(digest))
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(Long.class)
                        .one());
    }

    /// Two rows in two tables, in one transaction.
    static void pair(Database database, int number) {
        database.<Integer>write(handle -> {
            handle.execute(
                    "insert into completion values ('%064d', 'm', 'pair %d', 1, 2, 3, 1, %s)"
                            .formatted(number, number, AT));
            return handle.execute(
                    "insert into digest values ('p%d', 1, 'pair %d', 1, 1, %s)"
                            .formatted(number, number, AT));
        });
    }
}
