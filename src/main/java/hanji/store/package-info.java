/// The database: which one, migrations, transactions.
@NullMarked
package hanji.store;

import org.jspecify.annotations.NullMarked;
