"""The arithmetic of a light, rule by rule."""

MESSAGES = {
    "fact_status": "Reported: {status}, progress {progress}",
    "fact_sent_back": "Reported complete ({reported}%), rejected; counted as before completion",
    "fact_dates": "Plan: {start} to {due}",
    "fact_undated": "Plan: no due day",
    "pace": "Pace: {elapsed} days ÷ {total} days = {pace}%; reported {progress}%, {behind} points behind",
    "pace_points": "Pace (given points): {pace}% asked for on {day}; reported {progress}%, {behind} points behind",
    "rule_not_rated": "suspended or terminated: not rated",
    "rule_closed_out": "completed and confirmed: solid blue",
    "rule_awaiting_verification": "completed, not verified: hollow blue",
    "rule_overdue": "past due ({due}): red",
    "rule_unreported": "never reported: grey",
    "rule_far_behind": "more than {red} points behind: red",
    "rule_blocked": "blocked: yellow",
    "rule_behind": "{yellow} points behind or more: yellow",
    "rule_due_soon": "due within {days} days and under {below}%: yellow",
    "rule_silent": "silent in the last closed round: yellow",
    "rule_undated": "no due day: grey",
    "rule_on_track": "none of these: green (rules {rules})",
}
