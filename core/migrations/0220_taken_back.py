"""What is taken back: credits that expired unused are owed by nobody, and thanks for an invitation go when no purchase stands behind them."""

import functools
from json import dumps, loads

from tortoise import fields
from tortoise.migrations.migration import Migration as Base
from tortoise.migrations.operations import AddField, RunSQL

_INDEX = "CREATE INDEX txn_about_lot_or_grant ON ledger.txn (about) WHERE kind IN ('expire', 'claw_back')"

_CLAW_BACK = """
-- A payment was refunded or disputed: its credits go, as far as they are not held, wherever they were given; then those that expired
-- unused, which nobody had anything of; the rest is debt of the buyer. p_amount NULL: all of them. Never more than was granted,
-- however many refunds and disputes there are. Whether it is heard of before or after the credits expire, it comes to the same.
CREATE OR REPLACE FUNCTION ledger.claw_back(p_key text, p_grant text, p_amount bigint DEFAULT NULL, p_actor text DEFAULT 'system',
                                            p_at timestamptz DEFAULT now()) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  args jsonb := jsonb_build_object('grant', p_grant, 'amount', p_amount);
  origin ledger.lot; l ledger.lot; debtor bigint; known jsonb;
  claim bigint; rest bigint; take bigint; unused bigint; lines ledger.line[]; answer jsonb;
BEGIN
  IF p_amount <= 0 THEN
    PERFORM ledger.no_amount(p_amount);
  END IF;
  SELECT o.* INTO origin FROM ledger.txn t JOIN ledger.lot o ON o.id = (t.result ->> 'lot')::bigint WHERE t.key = p_grant AND t.kind = 'grant';
  IF origin.id IS NULL THEN
    RAISE EXCEPTION 'ledger: there is no grant %', p_grant USING ERRCODE = 'no_data_found';
  END IF;
  PERFORM ledger.lock_holders(origin.id, origin.account_id);
  debtor := ledger.follow(origin.account_id);
  known := ledger.answered('claw_back', p_key, args);
  IF known IS NOT NULL THEN
    RETURN known;
  END IF;
  SELECT granted - clawed INTO claim FROM ledger.lot WHERE id = origin.id;
  claim := least(coalesce(p_amount, claim), claim);
  IF claim = 0 THEN
    RETURN ledger.refused('nothing_left');
  END IF;
  rest := claim;
  FOR l IN SELECT * FROM ledger.lot WHERE open AND free > 0 AND (id = origin.id OR root = origin.id)
            ORDER BY account_id <> debtor, id LOOP
    take := least(l.free, rest);
    rest := rest - take;
    lines := lines || ROW(l.account_id, 'credits', -take, l.id, 0)::ledger.line;
    EXIT WHEN rest = 0;
  END LOOP;
  SELECT coalesce(sum((t.result ->> 'amount')::bigint), 0) INTO unused FROM ledger.lot f JOIN ledger.txn t ON t.kind = 'expire' AND t.about = f.id::text
   WHERE f.id = origin.id OR f.root = origin.id;
  SELECT least(rest, unused - coalesce(sum((t.result ->> 'expired')::bigint), 0)) INTO unused
    FROM ledger.txn t WHERE t.kind = 'claw_back' AND t.about = p_grant;
  rest := rest - unused;
  answer := jsonb_build_object('status', 'ok', 'taken', claim - rest, 'debt', rest, 'expired', unused);
  PERFORM set_config('ledger.moving', 'on', true);
  PERFORM ledger.post('claw_back', p_key, args, answer, p_grant, p_actor, p_at,
                      lines || ARRAY[ROW(debtor, 'debt', -rest, NULL, 0)::ledger.line, ROW(ledger.system('expired'), 'credits', -unused, NULL, 0)::ledger.line,
                                     ROW(ledger.system(origin.source), 'credits', claim, NULL, 0)::ledger.line]);
  UPDATE ledger.lot SET clawed = clawed + claim WHERE id = origin.id;
  PERFORM set_config('ledger.moving', 'off', true);
  RETURN answer;
END $$;
"""

_THANKED = """UPDATE code_use SET moves = 1, grants = coalesce((SELECT jsonb_agg(t.key ORDER BY t.key) FROM ledger.txn t
   WHERE t.kind = 'grant' AND t.key LIKE 'invite:' || code_use.id || ':%'), '[]') WHERE kind = 'invite'"""
"""Thanks that were given before anything was kept of them."""


class Migration(Base):
    """ledger.claw_back, CodeUse.grants, CodeUse.moves."""

    dependencies = [("core", "0132_payer")]
    operations = [
        RunSQL(_INDEX),
        RunSQL(_CLAW_BACK),
        AddField(
            model_name="CodeUse",
            name="grants",
            field=fields.JSONField(default=list, db_default="[]", encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads),
        ),
        AddField(model_name="CodeUse", name="moves", field=fields.IntField(default=0, db_default=0)),
        RunSQL(_THANKED),
    ]
