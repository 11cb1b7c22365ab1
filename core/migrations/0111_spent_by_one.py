"""What one member spent of a pool counts what they spent under accounts that were linked to theirs: linking renews nobody's share."""

from tortoise.migrations.migration import Migration as Base
from tortoise.migrations.operations import RunSQL

SPENT = """
CREATE FUNCTION ledger.names_of(p_actor text) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT array_append(array_agg(n.code::text), p_actor) FROM ledger.account a
    CROSS JOIN LATERAL ledger.family(ledger.follow(a.id)) f(id) JOIN ledger.account n ON n.id = f.id WHERE a.code = p_actor $$;

CREATE OR REPLACE FUNCTION ledger.spent(p_account bigint, p_actor text, p_since timestamptz) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(coalesce(captured, amount) - refunded), 0)::bigint FROM ledger.hold
   WHERE account_id = p_account AND actor = ANY (ledger.names_of(p_actor)) AND at >= p_since $$;
"""


class Migration(Base):
    """`ledger.spent` follows merged wallets."""

    dependencies = [("core", "0110_community")]
    operations = [RunSQL(SPENT)]
