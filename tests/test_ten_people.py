"""Ten made-up people; what one would tell each as a friend was written down first."""

import pytest

from advisor import Advisor

PEOPLE = {
    "tinkerer who ships models": (
        {"machine_learning_engineer", "mlops_engineer"},
        [
            "I love coding and I love getting models into production",
            "I know PyTorch, Docker and Python",
            "I can't stand making slides",
            "scaling systems is fun",
        ],
    ),
    "curious explainer": (
        {"data_scientist", "data_analyst"},
        [
            "I love digging into data to find out why things happen",
            "I enjoy statistics and designing experiments",
            "explaining what I found to the business is fun",
            "I use R, Python and SQL",
        ],
    ),
    "pipeline builder": (
        {"data_engineer"},
        [
            "I love building data pipelines and warehouses",
            "I know SQL, Spark and Airflow",
            "modelling bores me",
            "I like order and structure",
        ],
    ),
    "theorist": (
        {"research_scientist"},
        [
            "I love proofs and reading papers",
            "I want to do machine learning research and publish",
            "I have a PhD",
            "meetings with clients drain me",
        ],
    ),
    "careful counter": (
        {"statistician"},
        [
            "statistics is my thing, and maths too",
            "I work with R and SAS",
            "I love designing clinical trials",
            "I don't like building software",
        ],
    ),
    "dashboard person": (
        {"business_intelligence_analyst", "data_analyst"},
        [
            "I like making dashboards for managers",
            "I know Power BI and Excel",
            "I enjoy talking to people from the business side",
            "I hate coding",
        ],
    ),
    "app maker": (
        {"software_engineer"},
        [
            "I love building web apps and user interfaces",
            "I know JavaScript and Java",
            "statistics is not for me",
            "clear requirements suit me",
        ],
    ),
    "chatbot builder": (
        {"ai_engineer"},
        [
            "I love building apps on large language models",
            "prompts and agents are what I do for fun",
            "I know Python and JavaScript",
            "training models from scratch doesn't interest me",
        ],
    ),
    "keeper of systems": (
        {"mlops_engineer", "data_engineer"},
        [
            "I love automating things and keeping systems running",
            "I know Docker, Kubernetes, Linux and Terraform",
            "on call is fine with me",
            "I don't care for theory",
        ],
    ),
    "junior analyst": (
        {"data_analyst", "business_intelligence_analyst"},
        [
            "I like charts and spreadsheets",
            "I know Excel, SQL and Tableau",
            "I enjoy finding trends that help the business decide",
            "I have no coding experience",
        ],
    ),
}


@pytest.mark.parametrize("who", PEOPLE)
def test_the_suggestion_is_one_for_a_friend(advisor: Advisor, who: str) -> None:
    wanted, says = PEOPLE[who]
    found = advisor.recommend(says)

    order = found.suggestion.ranked.order[:3]
    assert found.suggestion.ranked.top in wanted, (order, found.profile)
    assert found.suggestion.status != "too_little"
