"""Invented employment letters: the same work as three authors would put it, and copies of one letter."""

import random
from collections.abc import Sequence

from msgspec.structs import replace

from consistency.model import AsOf, Evidence, Fact, Job, Line, Paper, Segment
from consistency.normalizer.dates import PartialDate, Period
from tests.comparator.examples import empty_paper

DUTIES: dict[str, tuple[tuple[str, ...], ...]] = {
    "Cook": (
        ("Prepare and cook full meals and individual dishes", "Check the quality and size of portions",
         "Keep the kitchen and work area clean", "Order supplies and keep an inventory of stock",
         "Instruct kitchen helpers on how to handle food", "Plan the menus for the week with the chef"),
        ("Cooking lunch and dinner orders for up to 120 guests", "Tasting sauces and correcting the seasoning",
         "Cleaning stoves, fryers and fridges after each shift", "Writing the shopping list for the owner",
         "Showing new helpers how to cut meat and fish", "Suggesting dishes of the season for the board"),
        ("Responsible for grilling, frying and baking as ordered", "Ensures each plate leaves the pass hot",
         "Follows hygiene rules when storing raw chicken", "Receives deliveries and rotates goods by date",
         "Supervises two commis on the breakfast shift", "Costs new recipes together with the manager"),
    ),
    "Electrician": (
        ("Read and interpret drawings and electrical code", "Install, replace and repair lighting fixtures",
         "Pull wire through conduits and holes in walls", "Splice, join and connect wire to components",
         "Test circuits for continuity with meters", "Conduct the preventive maintenance programme"),
        ("Fixing short circuits in flats and shops", "Mounting distribution boards in new buildings",
         "Laying cable trays along the basement corridors", "Measuring insulation before the handover",
         "Labelling breakers and drawing the board plan", "Replacing burnt motors of the water pumps"),
        ("Wiring of villas from the meter to the last socket", "Installation of earth rods and surge protection",
         "Termination of armoured cables in the substation", "Trouble shooting of air conditioner controls",
         "Daily report of material used to the site engineer", "Help the inspector during final testing"),
    ),
    "Bookkeeper": (
        ("Keep financial records and maintain general ledgers", "Post journal entries and reconcile accounts",
         "Prepare trial balance of books", "Calculate and prepare cheques for payrolls",
         "Complete and submit tax remittance forms", "Prepare statistical and accounting reports"),
        ("Enter purchase invoices in Tally every day", "Match the bank statement with the cash book",
         "Pay suppliers on the tenth of the month", "Count the petty cash on Fridays",
         "File sales tax returns with the authority", "Send the closing figures to the auditor"),
        ("Issues bills to about forty regular clients", "Follows up late payments by phone",
         "Scans receipts into the archive", "Works out overtime for the drivers",
         "Draws up a monthly overview for both partners", "Registers assets and writes them off"),
    ),
    "Farm Worker": (
        ("Plant, cultivate and irrigate crops", "Harvest fruit and vegetables by hand",
         "Feed and tend livestock and poultry", "Operate and maintain farm machines and equipment",
         "Detect disease and health problems in crops", "Examine produce for quality and ready it for market"),
        ("Picking tomatoes and cucumbers in four tunnels", "Mixing feed for two hundred dairy cows",
         "Driving the small tractor between the rows", "Spraying against aphids with a mask on",
         "Mending fences after the winter", "Loading crates on the cooperative's truck"),
        ("Sows seed trays in the heated house", "Opens the vents when it gets warm",
         "Weighs and grades apples on the belt", "Cleans the milking parlour twice a day",
         "Helps the vet during vaccination", "Keeps the water channels free of weed"),
    ),
    "Truck Driver": (
        ("Operate and drive straight and articulated trucks to transport goods", "Oversee all aspects of vehicles",
         "Perform pre-trip, en route and post-trip inspection", "Obtain special permits and other documents",
         "Record cargo information, distance travelled and fuel", "Communicate with dispatcher and customers"),
        ("Hauling cement from the plant to building sites", "Securing loads with chains and straps",
         "Checking tyres, oil and lights before leaving", "Backing the trailer into narrow yards",
         "Getting the delivery note signed and stamped", "Washing the cab and the box on Saturdays"),
        ("Delivered frozen fish to hotels along the coast", "Planned his own route with the tablet",
         "Kept the logbook and rest hours in order", "Changed filters and small parts himself",
         "Collected cash from small shops", "Reported damage to the fleet manager at once"),
    ),
    "Caregiver": (
        ("Administer bedside and personal care to clients", "Plan and prepare meals and special diets",
         "Assist clients with bathing, dressing and grooming", "Give medication as directed by the nurse",
         "Perform routine housekeeping duties such as laundry", "Take clients to appointments"),
        ("Turning my mother in bed every three hours", "Measuring her sugar before breakfast",
         "Pushing the wheelchair to the park", "Reading the newspaper aloud to her",
         "Cooking soft food without salt", "Calling the doctor when her breath was short"),
        ("Wakes and washes the residents of one floor", "Notes food and drink in the daily sheet",
         "Plays cards and sings with the group", "Changes sheets and airs the rooms",
         "Walks with those who had a stroke", "Comforts families who come to visit"),
    ),
    "Software Developer": (
        ("Write, modify, integrate and test software code", "Maintain existing programs by making modifications",
         "Identify and communicate technical problems and solutions", "Assist in the collection of user requirements",
         "Prepare reports and manuals on the status of programs", "Research and evaluate a variety of software"),
        ("Built the checkout of our web shop with Django", "Moved the nightly jobs to a message queue",
         "Cut the page load from nine seconds to two", "Reviewed pull requests of four juniors",
         "Was on call one week in five", "Wrote the import of supplier price lists"),
        ("Implements mobile screens in Kotlin from the designer's sketches", "Fixes crashes seen in the console",
         "Adds tests before each release train", "Talks to the bank about its payment interface",
         "Keeps the translation files in step", "Estimates stories with the scrum team"),
    ),
    "Housekeeper": (
        ("Sweep, mop, wash and polish floors", "Make beds, change sheets and distribute clean towels",
         "Dust furniture and vacuum carpeting", "Pick up debris and empty trash containers",
         "Report and store lost and found items", "Stock the linen closet"),
        ("Preparing sixteen rooms before two o'clock", "Ironing the uniforms of the front office",
         "Counting minibar bottles for the bill", "Polishing the brass in the lobby",
         "Telling the technician about dripping taps", "Folding towels into swans for honeymooners"),
        ("Cleaned the villa's three bathrooms daily", "Washed delicate clothes by hand",
         "Set the table for guests of the family", "Watered the plants on the terrace",
         "Went to the market with the driver", "Looked after the keys and alarm"),
    ),
}  # fmt: skip
"""The same occupation as three authors describe it, one of them close to an official list of duties."""

FORMULAS = (
    (
        "To whom it may concern",
        "This is to certify that {name} was employed with {employer} as {title} from {start} to {end}.",
        "He worked 48 hours per week and received a monthly salary of {pay}.",
        "His main duties were:",
        "*",
        "During his tenure we found him sincere, honest and hardworking with a good moral character.",
        "We wish him all success in his future endeavours.",
    ),
    (
        "CERTIFICATE OF EMPLOYMENT",
        "This certifies that {name} has served {employer} in the capacity of {title} since {start} until {end}.",
        "*",
        "His gross salary was {pay} per month for a 44-hour week.",
        "This certification is issued upon the request of the above-named for whatever legal purpose it may serve.",
    ),
    (
        "EXPERIENCE LETTER",
        "We confirm that {name} joined {employer} on {start} and was relieved of his duties on {end}.",
        "He held the position of {title}. His duties included:",
        "*",
        "His performance was satisfactory. His conduct and character were good.",
        "Should you require any further information please do not hesitate to contact the undersigned.",
    ),
)
EMPLOYERS = (
    "Blue Lantern",
    "Crown House",
    "Riverside",
    "Oakfield",
    "Sunrise",
    "Meridian",
    "Harbour",
    "Zenith",
)
AUTHORS = (
    "Omar Haddad", "Grace Lim", "Piotr Nowak", "Ravi Kapoor", "Helen Osei", "Marta Lindqvist", "Ana Souza",
    "Yusuf Demir",
)  # fmt: skip


def letter(path: str, number: int, title: str, duties: Sequence[str], formula: int) -> Paper:
    """Give the letter of one employer: with its own name, telephone, address and signatory."""
    employer, author = EMPLOYERS[number], AUTHORS[number]
    first = 2012 + number
    texts = [
        employer,
        f"{number + 1} Market Street, Tel. +62 79{number} 555 01{number}3, hr@{employer.split()[0].lower()}.example",
        f"10 January {first + 1}",
    ]
    words = {
        "name": "Mr. Budi Santoso", "employer": employer, "title": title, "start": f"3 January {first}",
        "end": f"20 December {first}", "pay": f"IDR {number + 3},500,000",
    }  # fmt: skip
    for line in FORMULAS[formula]:
        texts += [f"• {duty}" for duty in duties] if line == "*" else [line.format(**words)]
    texts += ["Yours sincerely,", author, "General Manager"]
    job = Job(
        evidence=Evidence(path, employer),
        employer=employer,
        title=title,
        duties=tuple(duties),
        period=Period(PartialDate.of(f"{first}-01-03"), PartialDate.of(f"{first}-12-20")),
    )
    paper = empty_paper(path)
    lines = tuple(Line((Segment(text),), page=1) for text in texts)
    return replace(
        paper,
        document=replace(paper.document, lines=lines),
        as_of=AsOf(PartialDate.of(f"{first + 1}-01-10"), "stated"),
        facts=(Fact("full_name", "Budi Santoso", Evidence(path, "Budi Santoso")),),
        records=(job,),
    )


def honest(rng: random.Random) -> tuple[Paper, Paper]:
    """Give the letters of two employers for one occupation, each in its author's words."""
    title = rng.choice(list(DUTIES))
    first, second = rng.sample(DUTIES[title], 2)
    one, other = rng.sample(range(len(EMPLOYERS)), 2)
    formulas = [rng.randrange(len(FORMULAS))] * 2 if rng.random() < 0.5 else rng.sample(range(3), 2)
    duties = [rng.sample(bank, rng.randint(3, 6)) for bank in (first, second)]
    if rng.random() < 0.5:  # one duty in the same words: the usual one of the trade
        duties[1][0] = duties[0][0]
    return (
        letter("draft/employment-letter_1.docx", one, title, duties[0], formulas[0]),
        letter("draft/employment-letter_2.docx", other, title, duties[1], formulas[1]),
    )


def copy(rng: random.Random) -> tuple[Paper, Paper]:
    """Give a letter and its copy for another employer: sentences in another order, some words changed."""
    title = rng.choice(list(DUTIES))
    bank = rng.choice(DUTIES[title])
    one, other = rng.sample(range(len(EMPLOYERS)), 2)
    duties = rng.sample(bank, rng.randint(4, 6))
    copied = [reworded(duty, rng) if rng.random() < 0.3 else duty for duty in duties]
    rng.shuffle(copied)
    if rng.random() < 0.3:
        copied[-1] = "Other work as directed by the superior"
    formula = rng.randrange(3)
    return (
        letter("draft/employment-letter_1.docx", one, title, duties, formula),
        letter(
            "draft/employment-letter_2.docx", other, title, copied, rng.choice((formula, (formula + 1) % 3))
        ),
    )


SYNONYMS = {
    "Prepare": "Make", "Keep": "Hold", "Check": "Verify", "Perform": "Do", "clean": "tidy", "daily": "every day",
    "Cleaning": "Tidying", "Install": "Fit", "replace": "change", "Assist": "Help", "reports": "statements",
    "Operate": "Run", "goods": "freight", "small": "little", "problems": "issues", "Writing": "Making",
}  # fmt: skip


def reworded(duty: str, rng: random.Random) -> str:
    """Change one word, or leave out the last one."""
    words = duty.split()
    known = [place for place, word in enumerate(words) if word in SYNONYMS]
    if known:
        place = rng.choice(known)
        words[place] = SYNONYMS[words[place]]
    return " ".join(words)
