/** What every connector needs to read its settings: schema, defaults and secret files. */
@NullMarked
package licencehub.connectors.settings;

import org.jspecify.annotations.NullMarked;
